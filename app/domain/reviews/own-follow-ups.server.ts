import { chooseSlot } from "#app/domain/reviews/follow-up-slot.ts";
import type { FollowUpSlot } from "#app/domain/reviews/follow-up-slot.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** A review can be followed up while readers see it. */
export const FOLLOWABLE = { in: ["published", "under_investigation"] } satisfies Prisma.EnumReviewStatusFilter;

const followUpColumns = {
  id: true,
  status: true,
  version: true,
  month: true,
  daysSinceLastSession: true,
  isStillAsWanted: true,
  wouldDoAgain: true,
  hadTopUp: true,
  overall: true,
  text: true,
  closedReason: true,
  publishedAt: true,
} satisfies Prisma.ReviewFollowUpSelect;

const reviewColumns = {
  id: true,
  overall: true,
  title: true,
  publishedAt: true,
  lastSessionOn: true,
  followUpsStoppedAt: true,
  technician: { select: { name: true } },
  followUps: { select: followUpColumns, orderBy: { month: "asc" } },
} satisfies Prisma.ReviewSelect;

type Own = Prisma.ReviewGetPayload<{ select: typeof reviewColumns }>;
export type OwnFollowUp = Own["followUps"][number];
export type FollowedReview = Own & {
  /** Stars today: the latest published follow-up's where one changed them. */
  starsNow: number | null;
  slot: FollowUpSlot<OwnFollowUp>;
};

/** A review of the author's own that can be followed up, with what can be written now; null for anybody else's. */
export async function findFollowedReview(
  authorId: string,
  reviewId: string,
  now: Date,
  tx: Db,
): Promise<FollowedReview | null> {
  const where = { id: reviewId, authorId, status: FOLLOWABLE };
  const review = await tx.review.findFirst({ where, select: reviewColumns });
  if (review === null) return null;
  const changed = review.followUps.findLast(({ status, overall }) => status === "published" && overall !== null);
  return {
    ...review,
    starsNow: changed?.overall ?? review.overall,
    slot: chooseSlot(review.lastSessionOn, review.followUps, now),
  };
}

/** Holds the review until the end of the transaction, so that two windows begin one follow-up and not two. */
export async function lockReview(reviewId: string, tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Review" WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
}
