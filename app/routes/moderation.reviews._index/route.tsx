import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOwnDecision } from "#app/domain/moderation/find-own-decision.server.ts";
import { listQueue } from "#app/domain/moderation/list-queue.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { openNextItem } from "#app/domain/moderation/open-item.server.ts";
import { itemPath, queueKindOf } from "#app/domain/moderation/queue.ts";
import { askedPage } from "#app/platform/paging.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { QueueScreen } from "#app/routes/moderation.reviews._index/queue-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Reviews to decide | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const kind = queueKindOf(searchParams.get("kind"));
  const page = askedPage(searchParams);
  const [queue, done] = await Promise.all([
    listQueue(viewer, { kind, page }, new Date()),
    findOwnDecision(viewer, searchParams.get("done")),
  ]);
  return { kind, queue, done, isEmpty: searchParams.has("empty") };
}

/** "Next item": takes what has waited longest and leads there. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  if (form.value.get("intent") !== "next") throw data(null, { status: 400 });
  const only = queueKindOf(form.value.get("only"));
  const next = await openNextItem(viewer, only, new Date());
  const query = only === null ? "" : `?only=${only}`;
  if (next) return redirect(`${itemPath(next.kind, next.id)}${query}`, 303);
  return redirect(`/moderation/reviews?empty=${only === null ? "" : `&kind=${only}`}`, 303);
}

export default function QueueRoute() {
  return <QueueScreen {...useLoaderData<typeof loader>()} />;
}
