import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import moderationStyles from "#app/domain/moderation/moderation.css?url";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { AuditScreen } from "#app/routes/moderation.audit._index/audit-screen.tsx";
import { findAuditView } from "#app/routes/moderation.audit._index/find-audit-view.server.ts";
import styles from "#app/routes/moderation.audit._index/audit.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: moderationStyles },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = () => [{ title: "Audit record | Hairline" }, { name: "robots", content: "noindex" }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  return findAuditView(new URL(request.url).searchParams);
}

export default function AuditRoute() {
  return <AuditScreen view={useLoaderData<typeof loader>()} />;
}
