import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkDecisionForm, missingForCheck } from "#app/domain/moderation/check-decision.ts";
import { releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideCase, openCase, openNextCase } from "#app/domain/moderation/decide-case.server.ts";
import { findCaseItem } from "#app/domain/moderation/find-case-item.server.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import portfolioStyles from "#app/domain/portfolio/portfolio.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { CaseItemScreen } from "#app/routes/moderation.portfolio.$id/case-item-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Portfolio case to check | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: portfolioStyles },
];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const item = await findCaseItem(viewer, params["id"] ?? "", new Date());
  if (!item) throw notFound();
  return { item, done: await findOwnDecision(viewer, new URL(request.url).searchParams.get("done")) };
}

const REFUSED = {
  changed: {
    status: 409,
    words: "This was decided, taken back or withdrawn since you opened it. Nothing was done now.",
  },
  claimed: { status: 409, words: "Somebody else has this open. Nothing was done." },
  no_consent: {
    status: 409,
    words: "Nobody agreed to show exactly these pictures, or the yes was taken back. It can’t be published.",
  },
  no_reason: { status: 400, words: "Choose one of the reasons for cases and write down the facts." },
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const { id = "" } = params;
  if (!isRowId(id)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  if (intent === null) return decide(viewer, id, form.value);
  const now = new Date();
  if (intent === "release") {
    await releaseItem(viewer, "portfolio_case", id);
    return redirect("/moderation/portfolio", 303);
  }
  if (intent !== "open") throw data(null, { status: 400 });
  const opened = await openCase(viewer, id, now);
  if (opened.ok) return redirect(handedInPath("portfolio_case", id), 303);
  if (opened.reason === "own_matter") throw notFound();
  const { status, words } = REFUSED[opened.reason];
  return data<FormReply>({ values: {}, lists: {}, errors: { form: [words] } }, { status });
}

/** Decides, and leads to what has waited longest after it. */
async function decide(viewer: Viewer, id: string, form: URLSearchParams) {
  const fields = readFields(checkDecisionForm, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const missing = missingForCheck(fields.value);
  if (Object.keys(missing).length > 0) {
    return data<FormReply>(withErrors(form, checkDecisionForm, missing), { status: 400 });
  }
  const { reason = null, note = null, decision, version } = fields.value;
  const now = new Date();
  const decided = await decideCase(viewer, { id, version, decision, reason, note }, now);
  if (decided.ok) {
    const next = await openNextCase(viewer, now);
    const query = new URLSearchParams({ done: decided.value.decisionId });
    if (next === null) query.set("empty", "");
    const to = next === null ? "/moderation/portfolio" : handedInPath("portfolio_case", next);
    return redirect(`${to}?${query.toString()}`, 303);
  }
  if (decided.reason === "not_found" || decided.reason === "own_matter") throw notFound();
  const { status, words } = REFUSED[decided.reason];
  return data<FormReply>(withErrors(form, checkDecisionForm, { form: words }), { status });
}

export default function CaseItemRoute() {
  const { item, done } = useLoaderData<typeof loader>();
  return <CaseItemScreen item={item} done={done} reply={useActionData<typeof action>() ?? null} />;
}
