import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EVIDENCE_TITLES, isEvidenceKind } from "#app/domain/criteria/evidence-form-view.ts";
import { findNewEvidenceForm, findQuestion, listOwnPlaces } from "#app/domain/criteria/find-evidence-form.server.ts";
import type { AskedForm } from "#app/domain/criteria/find-evidence-form.server.ts";
import { listRegimes } from "#app/domain/criteria/find-regimes.server.ts";
import { DOCUMENT_FIELD, takeEvidenceForm } from "#app/domain/criteria/take-evidence-form.server.ts";
import { regimesOfPlaces } from "#app/domain/criteria/regime.ts";
import { MAX_DOCUMENT_BYTES } from "#app/domain/media/document.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { AddEvidenceScreen } from "#app/routes/studio.criteria.add.$kind/add-evidence-screen.tsx";
import styles from "#app/routes/studio.criteria.add.$kind/add-evidence.css?url";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `Add ${view ? EVIDENCE_TITLES[view.kind] : "evidence"} | Hairline` },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [studioStyles, styles].map((href) => ({ rel: "stylesheet", href }));

function readAsked(kind: string | undefined, from: URLSearchParams): AskedForm {
  if (!isEvidenceKind(kind)) throw notFound();
  return { kind, regime: from.get("regime"), choice: from.get("choice"), paper: from.get("paper") };
}

/** The form, or what has to be chosen first so that it asks only what is needed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { searchParams } = new URL(request.url);
  const asked = readAsked(params["kind"], searchParams);
  const { kind } = asked;
  const question = await findQuestion(asked);
  const renewed = searchParams.get("renew") ?? "";
  if (question !== null) {
    const form = await findNewEvidenceForm(viewer, question, isRowId(renewed) ? renewed : null, new Date());
    return { kind, form, regimes: null };
  }
  if (kind !== "authorization") return { kind, form: null, regimes: null };
  const [all, places] = await Promise.all([listRegimes(), listOwnPlaces(viewer)]);
  return { kind, form: null, regimes: { near: regimesOfPlaces(all, places), all } };
}

const LIMITS = {
  maxFiles: 1,
  maxFileBytes: MAX_DOCUMENT_BYTES,
  maxTotalBytes: MAX_DOCUMENT_BYTES,
  fileFields: [DOCUMENT_FIELD],
};

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const asked = readAsked(params["kind"], new URL(request.url).searchParams);
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  const intent = form.get("intent");
  const evidenceId = form.get("evidenceId") ?? "";
  const question = await findQuestion(asked);
  if (question === null || (intent !== "keep" && intent !== "submit") || !isRowId(evidenceId)) {
    throw data(null, { status: 400 });
  }
  const target = { question, evidenceId, version: 0, hasAttached: false };
  const outcome = await takeEvidenceForm(viewer, target, upload.value, new Date());
  switch (outcome.kind) {
    case "saved":
      throw redirect(`/studio/criteria/${evidenceId}?done=${outcome.isSubmitted ? "submitted" : "kept"}`, 303);
    case "exists":
      throw redirect(`/studio/criteria/${evidenceId}?done=exists`, 303);
    case "not_found":
      throw notFound();
    case "refused": {
      const { reply, status, retryAfterSeconds } = outcome;
      const headers = retryAfterSeconds === undefined ? undefined : { "Retry-After": String(retryAfterSeconds) };
      return data(reply, { status, ...(headers ? { headers } : {}) });
    }
  }
}

export default function AddEvidenceRoute() {
  return <AddEvidenceScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
