import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { badgeSnippet, readBadgeLook } from "#app/domain/profiles/badge.ts";
import { findOwnBadge } from "#app/domain/profiles/find-badge.server.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { env } from "#app/platform/env.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { BadgeScreen } from "#app/routes/studio.badge/badge-screen.tsx";
import styles from "#app/routes/studio.badge/badge.css?url";

export const meta: MetaFunction = () => [{ title: "Your badge | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studioStyles },
  { rel: "stylesheet", href: styles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const own = await findOwnBadge(viewer);
  if (own === null) throw notFound();
  const look = readBadgeLook(new URL(request.url).searchParams);
  return { ...own, look, snippet: badgeSnippet(env().ORIGIN, own, look) };
}

export default function BadgeRoute() {
  return <BadgeScreen {...useLoaderData<typeof loader>()} />;
}
