import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countQueues } from "#app/domain/moderation/count-queues.server.ts";
import styles from "#app/domain/moderation/moderation.css?url";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { OverviewScreen } from "#app/routes/moderation._index/overview-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Moderation | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  return { queues: await countQueues(viewer, new Date()) };
}

export default function ModerationRoute() {
  return <OverviewScreen queues={useLoaderData<typeof loader>().queues} />;
}
