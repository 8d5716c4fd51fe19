import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditQuery, readAuditFilter, readBefore } from "#app/domain/moderation/audit-filter.ts";
import { listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { findAuditStanding } from "#app/platform/check-audit.server.ts";
import { requireModerator } from "#app/platform/require-viewer.server.ts";
import { AuditScreen } from "#app/routes/moderation.audit._index/audit-screen.tsx";
import styles from "#app/routes/moderation.audit._index/audit.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [{ title: "Audit record | Hairline" }, { name: "robots", content: "noindex" }];

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const query = new URL(request.url).searchParams;
  const { filter, ignored } = readAuditFilter(query);
  const before = readBefore(query);
  const [{ lines, olderBefore, actions }, standing] = await Promise.all([
    listAudit(filter, before),
    findAuditStanding(),
  ]);
  return {
    lines,
    olderBefore,
    actions,
    filter,
    ignored,
    filterQuery: auditQuery(filter).toString(),
    isNewest: before === null,
    standing: standing && {
      checkedAt: standing.checkedAt.toISOString(),
      lastSequence: String(standing.lastSequence),
      broken: standing.broken && {
        sequence: String(standing.broken.sequence),
        problem: standing.broken.problem,
      },
    },
  };
}

export type AuditView = Awaited<ReturnType<typeof loader>>;

export default function AuditRoute() {
  return <AuditScreen view={useLoaderData<typeof loader>()} />;
}
