import { z } from "zod";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import type { Waiting } from "#app/domain/moderation/queue.ts";
import { handedInSql } from "#app/domain/moderation/handed-in-items.server.ts";
import { appealWaitsSql, waitingItemsSql } from "#app/domain/moderation/waiting-items.server.ts";
import { subtractWorkingDays } from "#app/domain/moderation/working-days.ts";
import { DECISION_TARGET_DAYS } from "#app/domain/reviews/review-rules.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const QUEUES = [
  "review",
  "follow_up",
  "reply",
  "appeal",
  "report",
  "evidence",
  "portfolio_case",
  "listing_claim",
  "inspection",
] as const;
export type Queue = (typeof QUEUES)[number];

/** A queue in numbers. */
export type QueueCount = { queue: Queue; count: number; overCount: number; oldest: Waiting | null };

const row = z.object({
  queue: z.enum(QUEUES),
  count: z.number(),
  overCount: z.number(),
  oldest: z.date().nullable(),
});

/**
 * How much waits in each queue, since when, and how much of it longer than the target. All of it counts, a moderator's
 * own matters too: somebody has to decide those.
 */
export async function countQueues(viewer: Pick<Viewer, "userId">, now: Date, tx: Db = db()): Promise<QueueCount[]> {
  const over = subtractWorkingDays(now, DECISION_TARGET_DAYS);
  const found = await tx.$queryRaw`
    SELECT kind AS queue, count(*)::float8 AS count, count(*) FILTER (WHERE since < ${over})::float8 AS "overCount",
      min(since) AS oldest
    FROM (
      SELECT kind, since FROM (${waitingItemsSql(viewer.userId)}) q
      UNION ALL SELECT 'appeal', "createdAt" FROM "Appeal" a WHERE status = 'open' AND ${appealWaitsSql}
      UNION ALL SELECT kind, since FROM (${handedInSql(viewer.userId)}) h
      UNION ALL SELECT 'report', "createdAt" FROM "Report" WHERE status IN ('open', 'claimed')
      UNION ALL SELECT 'inspection', "createdAt" FROM "InspectionNotice" WHERE "seenAt" IS NULL
    ) every_queue GROUP BY kind`;
  const rows = z.array(row).parse(found);
  return QUEUES.map((queue) => {
    const counted = rows.find((one) => one.queue === queue);
    return {
      queue,
      count: counted?.count ?? 0,
      overCount: counted?.overCount ?? 0,
      oldest: counted?.oldest ? describeWaiting(counted.oldest, now) : null,
    };
  });
}
