import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import stripStyles from "#app/domain/criteria/criteria-strip.css?url";
import evidenceStyles from "#app/domain/criteria/evidence.css?url";
import { findStudioCriteria } from "#app/domain/criteria/find-studio-criteria.server.ts";
import { isStatementSection, statementForm } from "#app/domain/criteria/statements.ts";
import { findStatements, saveStatement } from "#app/domain/criteria/statements.server.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { CriteriaScreen } from "#app/routes/studio.criteria._index/criteria-screen.tsx";
import styles from "#app/routes/studio.criteria._index/studio-criteria.css?url";

export const meta: MetaFunction = () => [
  { title: "Criteria and evidence | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () =>
  [studioStyles, stripStyles, evidenceStyles, styles].map((href) => ({ rel: "stylesheet", href }));

const DONE = {
  saved: "Saved. Your profile shows it now.",
  given_up: "Taken off your profile.",
} as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const view = await findStudioCriteria(viewer, new Date());
  if (view === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  return { ...view, done: done === "saved" || done === "given_up" ? DONE[done] : null };
}

/** No files; all answers together may be longer than a form of short fields. */
const FIELDS_ONLY = { maxFiles: 0, maxFileBytes: 0, maxTotalBytes: 0, fileFields: [] };

/** One section of the owner's own words; each form saves by itself. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const upload = await readUpload(request, FIELDS_ONLY);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  const section = form.get("intent");
  if (!isStatementSection(section)) throw data(null, { status: 400 });
  const statements = await findStatements(viewer);
  if (statements === null) throw notFound();
  const schema = statementForm(section, statements.questions.length);
  const fields = readFields(schema, form);
  if (!fields.ok) return data({ section, reply: fields.reason, stored: null }, { status: 400 });
  const { seen, ...texts } = fields.value;
  const saved = await saveStatement(viewer, { section, texts, seen });
  if (saved.ok) return redirect(`/studio/criteria?done=saved#${section === "answers" ? "dedication" : section}`, 303);
  if (saved.reason.kind === "not_found") throw notFound();
  const words =
    "This was changed somewhere else since you opened the page. Both versions are below: put together what you want and save again.";
  const reply = withErrors(form, schema, { form: words });
  return data({ section, reply, stored: saved.reason.stored }, { status: 409 });
}

export default function StudioCriteriaRoute() {
  return <CriteriaScreen {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
