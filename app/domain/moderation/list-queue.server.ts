import { z } from "zod";
import {
  queueClaimColumns,
  queueClaimJoinSql,
  queueClaimSql,
  toQueueClaim,
} from "#app/domain/moderation/queue-claim.server.ts";
import { describeWaiting, itemPath, QUEUE_ITEMS_PER_PAGE, QUEUE_KINDS } from "#app/domain/moderation/queue.ts";
import type { QueueKind, QueueRow } from "#app/domain/moderation/queue.ts";
import { waitingItemsSql } from "#app/domain/moderation/waiting-items.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { shownPage } from "#app/platform/paging.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const row = z.object({
  kind: z.enum(QUEUE_KINDS),
  id: z.uuid(),
  since: z.date(),
  heading: z.string(),
  about: z.string(),
  signals: z.number().nullable(),
  ...queueClaimColumns,
});
const countRow = z.object({ kind: z.enum(QUEUE_KINDS), count: z.number() });

export type QueuePage = {
  rows: QueueRow[];
  page: number;
  pageCount: number;
  /** Over all pages; a moderator's own matters are in no number and no list that they see. */
  counts: Record<QueueKind, number>;
};

/** One page of what waits, longest first and by nothing else. A page beyond the last one gives the last. */
export async function listQueue(
  viewer: Pick<Viewer, "userId">,
  { kind, page }: { kind: QueueKind | null; page: number },
  now: Date,
  tx: Db = db(),
): Promise<QueuePage> {
  const waiting = waitingItemsSql(viewer.userId);
  const counted = await tx.$queryRaw`
    SELECT kind, count(*)::float8 AS count FROM (${waiting}) q WHERE NOT q."isOwn" GROUP BY kind`;
  const counts: QueuePage["counts"] = { review: 0, follow_up: 0, reply: 0 };
  for (const found of z.array(countRow).parse(counted)) counts[found.kind] = found.count;
  const total = kind === null ? counts.review + counts.follow_up + counts.reply : counts[kind];
  const shown = shownPage(page, total, QUEUE_ITEMS_PER_PAGE);
  const rows = await tx.$queryRaw`
    SELECT q.kind, q.id, q.since, q.heading, q.about,
      (SELECT count(s.id)::float8 FROM "Review" r LEFT JOIN "ReviewSignal" s ON s."reviewId" = r.id
        WHERE q.kind = 'review' AND r.id = q.id AND r."signalsCheckedAt" IS NOT NULL GROUP BY r.id) AS signals,
      ${queueClaimSql}
    FROM (${waiting}) q
      ${queueClaimJoinSql(Prisma.sql`q.kind`, now)}
    WHERE NOT q."isOwn" AND (${kind}::text IS NULL OR q.kind = ${kind}::text)
    ORDER BY q.since, q.id
    LIMIT ${QUEUE_ITEMS_PER_PAGE}::int OFFSET ${shown.offset}::int`;
  return {
    rows: z
      .array(row)
      .parse(rows)
      .map((found) => toQueueRow(found, viewer.userId, now)),
    page: shown.page,
    pageCount: shown.pageCount,
    counts,
  };
}

function toQueueRow(found: z.output<typeof row>, viewerId: string, now: Date): QueueRow {
  const { id, kind, heading, about, since, signals } = found;
  return {
    id,
    kind,
    path: itemPath(kind, id),
    heading: heading === "" ? "Without a title" : heading,
    about,
    waiting: describeWaiting(since, now),
    signalCount: signals,
    claim: toQueueClaim(found, viewerId),
  };
}
