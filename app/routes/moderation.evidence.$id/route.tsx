import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { findEvidenceItem } from "#app/domain/moderation/find-evidence-item.server.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import evidenceStyles from "#app/domain/moderation/evidence-desk.css?url";
import styles from "#app/domain/moderation/moderation.css?url";
import { openEvidence } from "#app/domain/moderation/open-evidence.server.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireModerator } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { answerSecondLook, decide, withdraw } from "#app/routes/moderation.evidence.$id/act-on-evidence.server.ts";
import { EvidenceItemScreen } from "#app/routes/moderation.evidence.$id/evidence-item-screen.tsx";
import { REFUSED } from "#app/routes/moderation.evidence.$id/refusals.ts";

export const meta: MetaFunction = () => [
  { title: "Evidence to check | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: evidenceStyles },
];

/** The page has signed addresses in it: none of them may go on as a referrer. */
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });

/** Lines of the queue beside the item. */
const NEXT_ROWS = 6;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { id = "" } = params;
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const item = await findEvidenceItem(viewer, id, now);
  if (item === null) throw notFound();
  const [queue, done] = await Promise.all([
    listHandedIn(viewer, { kind: "evidence", page: 1 }, now),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return {
    item,
    mark: viewer.displayName,
    next: queue.rows.slice(0, NEXT_ROWS),
    done,
    isProposed: searchParams.has("proposed"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const { id = "" } = params;
  if (!isRowId(id)) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = form.value;
  const now = new Date();
  switch (fields.get("intent")) {
    case null:
      return decide(viewer, id, fields, now);
    case "withdraw":
      return withdraw(viewer, id, fields, now);
    case "second-look":
      return answerSecondLook(viewer, id, fields, now);
    case "open": {
      const opened = await openEvidence(viewer, id, now);
      if (opened.ok) return redirect(handedInPath("evidence", id), 303);
      if (opened.reason === "own_matter") throw notFound();
      const { status, words } = REFUSED[opened.reason];
      return data<FormReply>({ values: {}, lists: {}, errors: { form: [words] } }, { status });
    }
    case "release":
      await releaseItem(viewer, "evidence", id);
      return redirect("/moderation/evidence", 303);
    default:
      throw data(null, { status: 400 });
  }
}

export default function EvidenceItemRoute() {
  return <EvidenceItemScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
