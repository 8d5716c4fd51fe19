import { auditQuery, readAuditFilter, readBefore } from "#app/domain/moderation/audit-filter.ts";
import { listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { findAuditStanding } from "#app/platform/check-audit.server.ts";

export type AuditView = Awaited<ReturnType<typeof findAuditView>>;

/** What the page shows for the query of its address: one page of the record and when its chain was last checked. */
export async function findAuditView(query: URLSearchParams) {
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
