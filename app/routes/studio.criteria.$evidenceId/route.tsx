import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import evidenceStyles from "#app/domain/criteria/evidence.css?url";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { findOwnEvidenceForm, findQuestionOf } from "#app/domain/criteria/find-evidence-form.server.ts";
import { giveUpEvidence } from "#app/domain/criteria/give-up-evidence.server.ts";
import { findOwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { DOCUMENT_FIELD, takeEvidenceForm } from "#app/domain/criteria/take-evidence-form.server.ts";
import { toOwnEvidence } from "#app/domain/criteria/to-own-evidence.server.ts";
import { MAX_DOCUMENT_BYTES } from "#app/domain/media/document.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { EvidenceScreen } from "#app/routes/studio.criteria.$evidenceId/evidence-screen.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.evidence.title ?? "Evidence"} | Hairline` },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [studioStyles, evidenceStyles].map((href) => ({ rel: "stylesheet", href }));

const DONE = {
  submitted: "Submitted for checking. We write to you when a moderator has decided.",
  kept: "Kept. Your profile shows it as your own statement.",
  exists: "This was sent before, so nothing was sent again. Here is how it stands.",
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const row = await findRow(viewer, params["evidenceId"]);
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const [evidence] = await toOwnEvidence(viewer, [row], dayOf(now));
  if (!evidence) throw notFound();
  if (searchParams.has("renew")) {
    const question = evidence.can.renew ? await findQuestionOf(row) : null;
    if (question === null) throw notFound();
    const words = new URLSearchParams({ renew: row.id });
    if (question.kind === "authorization") {
      words.set("regime", question.regime.key);
      words.set("choice", question.choice);
    }
    if (question.kind === "hygiene") words.set("paper", question.paper);
    throw redirect(`/studio/criteria/add/${question.kind}?${words.toString()}`, 303);
  }
  const form = evidence.can.change ? await findOwnEvidenceForm(viewer, row, now) : null;
  const done = searchParams.get("done");
  return { evidence, form, done: done === "submitted" || done === "kept" || done === "exists" ? DONE[done] : null };
}

const LIMITS = {
  maxFiles: 1,
  maxFileBytes: MAX_DOCUMENT_BYTES,
  maxTotalBytes: MAX_DOCUMENT_BYTES,
  fileFields: [DOCUMENT_FIELD],
};

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const row = await findRow(viewer, params["evidenceId"]);
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  const intent = form.get("intent");
  const version = Number(form.get("version") ?? "");
  if (!Number.isSafeInteger(version) || version < 1) throw data(null, { status: 400 });
  if (intent === "give_up") return giveUp(viewer, row.id, version);
  if (intent !== "keep" && intent !== "submit") throw data(null, { status: 400 });
  const question = await findQuestionOf(row);
  if (question === null) throw data(null, { status: 400 });
  const hasAttached = row.document !== null && row.document.purgedAt === null;
  const target = { question, evidenceId: row.id, version, hasAttached };
  const outcome = await takeEvidenceForm(viewer, target, upload.value, new Date());
  if (outcome.kind === "not_found") throw notFound();
  if (outcome.kind === "refused") {
    const { reply, status, retryAfterSeconds } = outcome;
    const headers = retryAfterSeconds === undefined ? undefined : { "Retry-After": String(retryAfterSeconds) };
    return data(reply, { status, ...(headers ? { headers } : {}) });
  }
  const done = outcome.kind === "saved" && outcome.isSubmitted ? "submitted" : "kept";
  throw redirect(`/studio/criteria/${row.id}?done=${done}`, 303);
}

async function findRow(viewer: EvidenceOwner, id: string | undefined) {
  const row = id !== undefined && isRowId(id) ? await findOwnEvidenceRow(viewer, id) : null;
  if (row === null) throw notFound();
  return row;
}

async function giveUp(viewer: EvidenceOwner, evidenceId: string, version: number) {
  const given = await giveUpEvidence(viewer, { evidenceId, version }, new Date());
  if (given.ok) throw redirect("/studio/criteria?done=given_up", 303);
  if (given.reason === "not_found") throw notFound();
  const words =
    given.reason === "changed"
      ? "This was changed or decided since you opened the page. Look at it below, then try again."
      : "This can’t be taken off now: it is over already, or a second moderator looks at it.";
  return data({ values: {}, lists: {}, errors: { form: [words] } }, { status: 409 });
}

export default function OwnEvidenceRoute() {
  return <EvidenceScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
