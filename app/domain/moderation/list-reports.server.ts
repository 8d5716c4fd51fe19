import { z } from "zod";
import { isOwnReviewSql } from "#app/domain/moderation/own-matter.server.ts";
import {
  queueClaimColumns,
  queueClaimJoinSql,
  queueClaimSql,
  toQueueClaim,
} from "#app/domain/moderation/queue-claim.server.ts";
import { describeWaiting, QUEUE_ITEMS_PER_PAGE } from "#app/domain/moderation/queue.ts";
import type { QueueRow } from "#app/domain/moderation/queue.ts";
import { reportHeading, reportItemPath } from "#app/domain/moderation/report-item.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { shownPage } from "#app/platform/paging.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const row = z.object({
  id: z.uuid(),
  reason: z.enum(Object.keys(REVIEW_REASONS) as [ReviewReason, ...ReviewReason[]]),
  isNotice: z.boolean(),
  since: z.date(),
  about: z.string(),
  signals: z.number(),
  ...queueClaimColumns,
});
const countRow = z.array(z.object({ count: z.number() }));

export type ReportPage = { rows: QueueRow[]; page: number; pageCount: number; total: number };

/** One page of the reports that nobody decided yet, oldest first; a moderator's own matters are left out. */
export async function listReports(
  viewer: Pick<Viewer, "userId">,
  page: number,
  now: Date,
  tx: Db = db(),
): Promise<ReportPage> {
  const waiting = Prisma.sql`"Report" p JOIN "Review" r ON r.id = p."subjectId" JOIN "Technician" t ON t.id = r."technicianId"
    WHERE p."subjectKind" = 'review' AND p.status IN ('open', 'claimed') AND NOT ${isOwnReviewSql(viewer.userId)}`;
  const [counted] = countRow.parse(await tx.$queryRaw`SELECT count(*)::float8 AS count FROM ${waiting}`);
  const total = counted?.count ?? 0;
  const shown = shownPage(page, total, QUEUE_ITEMS_PER_PAGE);
  const rows = await tx.$queryRaw`
    SELECT q.*, ${queueClaimSql}
    FROM (
      SELECT p.id, p.reason::text, p."createdAt" AS since, t.name AS about,
        EXISTS (SELECT 1 FROM "DefamationNotice" n WHERE n."reportId" = p.id) AS "isNotice",
        (SELECT count(*)::float8 FROM "ReviewSignal" s WHERE s."reviewId" = r.id) AS signals
      FROM ${waiting}
      ORDER BY p."createdAt", p.id
      LIMIT ${QUEUE_ITEMS_PER_PAGE}::int OFFSET ${shown.offset}::int
    ) q
      ${queueClaimJoinSql(Prisma.sql`'report'`, now)}
    ORDER BY q.since, q.id`;
  return {
    rows: z
      .array(row)
      .parse(rows)
      .map((found) => toRow(found, viewer.userId, now)),
    page: shown.page,
    pageCount: shown.pageCount,
    total,
  };
}

function toRow(found: z.output<typeof row>, viewerId: string, now: Date): QueueRow {
  const { id, reason, isNotice, since, about, signals } = found;
  return {
    id,
    kind: "report",
    path: reportItemPath(id),
    heading: reportHeading(reason, isNotice),
    about,
    waiting: describeWaiting(since, now),
    signalCount: signals,
    claim: toQueueClaim(found, viewerId),
  };
}
