import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideItem } from "#app/domain/moderation/decide-item.server.ts";
import { decideItemProof } from "#app/domain/moderation/decide-item-proof.server.ts";
import { decisionForm, missingFor } from "#app/domain/moderation/decision-schema.ts";
import { findItem } from "#app/domain/moderation/find-item.server.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { listQueue } from "#app/domain/moderation/list-queue.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { openItem, openNextItem } from "#app/domain/moderation/open-item.server.ts";
import { itemPath, kindOfSegment, QUEUE_WORDS, queueKindOf } from "#app/domain/moderation/queue.ts";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ItemScreen } from "#app/routes/moderation.$queue.$id/item-screen.tsx";
import { REFUSED } from "#app/routes/moderation.$queue.$id/refusals.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view ? QUEUE_WORDS[view.item.kind].one : "Item"} to decide | Hairline` },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

/** Lines of the queue beside the item. */
const NEXT_ROWS = 8;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const kind = kindOfSegment(params["queue"]);
  const { searchParams } = new URL(request.url);
  const only = queueKindOf(searchParams.get("only"));
  const now = new Date();
  const item = kind && (await findItem(viewer, kind, params["id"] ?? "", now));
  if (!item) throw notFound();
  const [queue, done] = await Promise.all([
    listQueue(viewer, { kind: only, page: 1 }, now),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return { item, only, next: queue.rows.slice(0, NEXT_ROWS), done };
}

/** No files: the text with its marks may be longer than a form of short fields. */
const FIELDS_ONLY = { maxFiles: 0, maxFileBytes: 0, maxTotalBytes: 0, fileFields: [] };

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const kind = kindOfSegment(params["queue"]);
  const { id = "" } = params;
  if (kind === null || !isRowId(id)) throw notFound();
  const form = await readUpload(request, FIELDS_ONLY);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = form.value.form;
  const here = new URL(request.url).searchParams;
  const only = queueKindOf(here.get("only"));
  const intent = fields.get("intent");
  if (intent === null) return decide(viewer, kind, id, only, fields);
  const now = new Date();
  switch (intent) {
    case "open":
      return after(await openItem(viewer, kind, id, now), kind, id, only);
    case "release":
      await releaseItem(viewer, kind, id);
      return redirect(`/moderation/reviews${only === null ? "" : `?kind=${only}`}`, 303);
    case "proof-accepted":
    case "proof-refused":
      if (kind !== "review") throw data(null, { status: 400 });
      return after(await decideItemProof(viewer, id, intent === "proof-accepted", now), kind, id, only);
    default:
      throw data(null, { status: 400 });
  }
}

/** Back to the item after something that leaves it where it is. */
function after(
  done: { ok: true } | { ok: false; reason: "own_matter" | "claimed" | "changed" | "not_possible" },
  kind: QueueKind,
  id: string,
  only: QueueKind | null,
) {
  if (done.ok) return redirect(`${itemPath(kind, id)}${only === null ? "" : `?only=${only}`}`, 303);
  if (done.reason === "own_matter") throw notFound();
  const { status, words, field } = REFUSED[done.reason];
  return data<FormReply>({ values: {}, lists: {}, errors: { [field]: [words] } }, { status });
}

/** Decides, and leads to what has waited longest after it. */
async function decide(viewer: Viewer, kind: QueueKind, id: string, only: QueueKind | null, form: URLSearchParams) {
  const fields = readFields(decisionForm, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const missing = missingFor(fields.value);
  if (Object.keys(missing).length > 0) return data<FormReply>(withErrors(form, decisionForm, missing), { status: 400 });
  const { reason = null, note = null, ...rest } = fields.value;
  const now = new Date();
  const decided = await decideItem(viewer, kind, { id, reason, note, ...rest }, now);
  if (decided.ok) {
    const next = await openNextItem(viewer, only, now);
    const query = new URLSearchParams({ done: decided.value.decisionId });
    if (only !== null) query.set(next ? "only" : "kind", only);
    if (!next) query.set("empty", "");
    return redirect(`${next ? itemPath(next.kind, next.id) : "/moderation/reviews"}?${query.toString()}`, 303);
  }
  if (decided.reason === "not_found" || decided.reason === "own_matter") throw notFound();
  const { status, words, field } = REFUSED[decided.reason];
  return data<FormReply>(withErrors(form, decisionForm, { [field]: words }), { status });
}

export default function ItemRoute() {
  return <ItemScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
