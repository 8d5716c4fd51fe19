import { authorMail } from "#app/domain/moderation/decision-mails.ts";
import type { Decision } from "#app/domain/moderation/record-decision.server.ts";
import { reviewRemovedMail } from "#app/domain/moderation/report-mails.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { nextReviewStatus } from "#app/domain/reviews/review-states.ts";
import type { ReviewStatus } from "#app/domain/reviews/review-states.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** The part of a decision that is the review's own. */
type ReviewDecision = Omit<Decision, "moderatorId" | "note" | "reason" | "requestId">;
type Settled = ReviewDecision | "changed" | null;

const SELECT = {
  status: true,
  version: true,
  overall: true,
  isHidden: true,
  technicianId: true,
  author: { select: { email: true } },
  technician: { select: { name: true, slug: true, owner: { select: { email: true } } } },
} as const;

/**
 * Removes a review because of an upheld report, recomputes the rating and tells its author, who may appeal, and the
 * technician. Null where it is no longer public; "changed" where somebody was faster.
 */
export async function removeReportedReview(
  { reviewId, reason, since }: { reviewId: string; reason: ReviewReason; since: Date },
  now: Date,
  tx: Db,
): Promise<Settled> {
  const review = await tx.review.findUnique({ where: { id: reviewId }, select: SELECT });
  if (review === null || !isPublic(review.status)) return null;
  // A report that is decided was looked into: both steps are made here when an earlier decision had ended the first.
  const from = nextReviewStatus(review.status, "investigate") ?? review.status;
  const toState = nextReviewStatus(from, "remove");
  if (toState === null) return null;
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, version: review.version, status: review.status },
    data: { status: toState, removalReason: reason, closedAt: now, version: { increment: 1 } },
  });
  if (count !== 1) return "changed";
  await recomputeRating(review.technicianId, now, tx);
  const { name, slug, owner } = review.technician;
  const occasion = `${reviewId}:${review.version}`;
  if (review.author) {
    const told = { kind: "review", reviewId, occasion, outcome: "removed", reason } as const;
    await queueMail(authorMail(review.author.email, { ...told, technicianName: name, technicianSlug: slug }), tx);
  }
  if (owner) await queueMail(reviewRemovedMail({ to: owner.email, occasion, reason }), tx);
  return decisionOn(reviewId, { ...review, status: from }, toState, since);
}

/**
 * Ends the looking into of a review whose report is dismissed, and shows it again if it was hidden. Null while another
 * report of it is still being looked into, and where it is no longer public.
 */
export async function restoreReportedReview(
  { reportId, reviewId }: { reportId: string; reviewId: string },
  now: Date,
  tx: Db,
): Promise<Settled> {
  const review = await tx.review.findUnique({ where: { id: reviewId }, select: SELECT });
  const toState = review && nextReviewStatus(review.status, "clear");
  if (!review || !toState) return null;
  const others = { subjectKind: "review", subjectId: reviewId, status: "claimed", id: { not: reportId } } as const;
  if ((await tx.report.count({ where: others })) > 0) return null;
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, version: review.version, status: review.status },
    data: { status: toState, isHidden: false, version: { increment: 1 } },
  });
  if (count !== 1) return "changed";
  if (review.isHidden) await recomputeRating(review.technicianId, now, tx);
  return decisionOn(reviewId, review, toState, null);
}

function isPublic(status: ReviewStatus): boolean {
  return status === "published" || status === "under_investigation";
}

function decisionOn(
  subjectId: string,
  { status, version, overall }: { status: ReviewStatus; version: number; overall: number | null },
  toState: ReviewStatus,
  waitingSince: Date | null,
): ReviewDecision {
  const subject = { subjectKind: "review", subjectId, subjectVersion: version } as const;
  return { ...subject, fromState: status, toState, waitingSince, stars: overall };
}
