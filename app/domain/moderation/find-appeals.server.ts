import { z } from "zod";
import { findClaim, findItem } from "#app/domain/moderation/find-item.server.ts";
import type { Item, PastDecision } from "#app/domain/moderation/item.ts";
import { isOwnReviewSql } from "#app/domain/moderation/own-matter.server.ts";
import {
  queueClaimColumns,
  queueClaimJoinSql,
  queueClaimSql,
  toQueueClaim,
} from "#app/domain/moderation/queue-claim.server.ts";
import { describeWaiting, QUEUE_ITEMS_PER_PAGE } from "#app/domain/moderation/queue.ts";
import type { Claim, QueueRow, Waiting } from "#app/domain/moderation/queue.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

const row = z.object({
  id: z.uuid(),
  since: z.date(),
  heading: z.string(),
  about: z.string(),
  total: z.number(),
  isFirst: z.boolean(),
  ...queueClaimColumns,
});

export type AppealPage = { rows: QueueRow[]; page: number; pageCount: number };

/** One page of open appeals, longest wait first. Those against one's own decision are marked: others decide them. */
export async function listAppeals(
  viewer: Pick<Viewer, "userId">,
  page: number,
  now: Date,
  tx: Db = db(),
): Promise<AppealPage> {
  const found = await tx.$queryRaw`
    SELECT q.id, q."createdAt" AS since, r.title AS heading, t.name AS about, count(*) OVER ()::float8 AS total,
      coalesce(d."moderatorId" = ${viewer.userId}::uuid, false) AS "isFirst",
      ${queueClaimSql}
    FROM "Appeal" q JOIN "ModerationDecision" d ON d.id = q."decisionId" AND d."subjectKind" = 'review'
      JOIN "Review" r ON r.id = d."subjectId" AND r.status = 'appealed' JOIN "Technician" t ON t.id = r."technicianId"
      ${queueClaimJoinSql(Prisma.sql`'appeal'`, now)}
    WHERE q.status = 'open' AND NOT ${isOwnReviewSql(viewer.userId)}
    ORDER BY q."createdAt", q.id
    LIMIT ${QUEUE_ITEMS_PER_PAGE}::int OFFSET ${(page - 1) * QUEUE_ITEMS_PER_PAGE}::int`;
  const rows = z.array(row).parse(found);
  return {
    rows: rows.map(({ id, since, heading, about, isFirst, ...claim }) => ({
      id,
      kind: "appeal",
      path: `/moderation/appeals/${id}`,
      heading: heading === "" ? "Without a title" : heading,
      about,
      waiting: describeWaiting(since, now),
      signalCount: null,
      claim: toQueueClaim(claim, viewer.userId),
      ...(isFirst ? { remark: "Against your decision" } : {}),
    })),
    page,
    pageCount: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / QUEUE_ITEMS_PER_PAGE)),
  };
}

export type AppealItem = {
  id: string;
  version: number;
  status: string;
  text: string;
  waiting: Waiting | null;
  claim: Claim | null;
  /** The decision that is appealed against. */
  original: PastDecision | null;
  /** The review with its evidence, as blind as at the first time. */
  item: Item;
  /** Whether the viewer made that decision: then another moderator decides. */
  isFirst: boolean;
  /** Moderators who could decide it: none is said on the page. */
  otherCount: number;
};

/** One appeal with the review it is about; null for what isn't there and for a matter of the viewer's own. */
export async function findAppeal(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<AppealItem | null> {
  if (!isRowId(id)) return null;
  const appeal = await tx.appeal.findFirst({
    where: { id, decision: { subjectKind: "review" } },
    include: { decision: { select: { id: true, moderatorId: true, subjectId: true } } },
  });
  const item = appeal && (await findItem(viewer, "review", appeal.decision.subjectId, now, tx));
  if (!appeal || !item || appeal.authorId === viewer.userId) return null;
  const { moderatorId } = appeal.decision;
  const isFirst = moderatorId === viewer.userId;
  const otherCount = await tx.user.count({
    where: { roles: { has: "moderator" }, suspendedAt: null, ...(moderatorId ? { id: { not: moderatorId } } : {}) },
  });
  const isOpen = appeal.status === "open" && item.status === "appealed";
  return {
    id,
    version: appeal.version,
    status: appeal.status,
    text: appeal.text,
    waiting: isOpen ? describeWaiting(appeal.createdAt, now) : null,
    claim: await findClaim(viewer, "appeal", id, now, tx),
    original: item.history.find((past) => past.id === appeal.decision.id) ?? null,
    item,
    isFirst,
    otherCount,
  };
}
