import { redirect } from "@remix-run/node";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { readSpan } from "#app/domain/insights/figures.ts";
import { findOverview } from "#app/domain/insights/find-overview.server.ts";
import studioStyles from "#app/domain/technicians/studio.css?url";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { OverviewScreen } from "#app/routes/studio._index/overview-screen.tsx";
import styles from "#app/routes/studio._index/overview.css?url";
import chartStyles from "#app/ui/chart.css?url";

export const meta: MetaFunction = () => [{ title: "Your studio | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studioStyles },
  { rel: "stylesheet", href: chartStyles },
  { rel: "stylesheet", href: styles },
];

/** For whoever keeps a profile; anybody else who is signed in is shown how to begin with one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, technicianId, roles } = await requireViewer(request);
  if (technicianId === null || !roles.includes("technician")) throw redirect("/studio/start", 303);
  const span = readSpan(new URL(request.url).searchParams);
  const today = dayOf(new Date());
  const overview = await findOverview({ userId, technicianId }, span, today);
  if (overview === null) throw redirect("/studio/start", 303);
  return { ...overview, span, today };
}

export default function StudioRoute() {
  return <OverviewScreen {...useLoaderData<typeof loader>()} />;
}
