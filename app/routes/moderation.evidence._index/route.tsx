import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { evidenceKindOf } from "#app/domain/moderation/evidence-words.ts";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { listVerifiedEvidence } from "#app/domain/moderation/list-verified-evidence.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { openNextEvidence } from "#app/domain/moderation/open-evidence.server.ts";
import { askedPage } from "#app/platform/paging.ts";
import { cleanText } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { EvidenceQueueScreen } from "#app/routes/moderation.evidence._index/evidence-queue-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Evidence to check | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

const LONGEST_SEARCH = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const find = cleanText(searchParams.get("find") ?? "").slice(0, LONGEST_SEARCH);
  const evidenceKind = evidenceKindOf(searchParams.get("kind"));
  const [queue, verified, done] = await Promise.all([
    listHandedIn(viewer, { kind: "evidence", evidenceKind, page: askedPage(searchParams) }, new Date()),
    listVerifiedEvidence(viewer, find),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return {
    queue,
    evidenceKind,
    find,
    verified,
    done,
    isEmpty: searchParams.has("empty"),
    isProposed: searchParams.has("proposed"),
  };
}

/** "Next item": takes what has waited longest and leads there. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  if (form.value.get("intent") !== "next") throw data(null, { status: 400 });
  const next = await openNextEvidence(viewer, new Date(), evidenceKindOf(form.value.get("kind")));
  return redirect(next === null ? "/moderation/evidence?empty=" : handedInPath("evidence", next), 303);
}

export default function EvidenceQueueRoute() {
  return <EvidenceQueueScreen {...useLoaderData<typeof loader>()} />;
}
