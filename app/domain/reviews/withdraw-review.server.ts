import { scheduleDocumentPurge } from "#app/domain/reviews/decide-proof.server.ts";
import { keepHealthConsent } from "#app/domain/reviews/health-consent.server.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { nextReviewStatus, statusesBefore } from "#app/domain/reviews/review-states.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** `not_found`: no such review of this author. `not_possible`: it is over already, or a decision came first. */
export type WithdrawRefusal = "not_found" | "not_possible";

/**
 * Takes an own review back, whatever its state. One that was public leaves a dated line, and ratings follow at once; a
 * draft is emptied. The health detail goes in either case.
 */
export async function withdrawReview(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  now: Date,
): Promise<Result<{ wasPublic: boolean }, WithdrawRefusal>> {
  return db().$transaction((tx) => withdraw(viewer.userId, reviewId, now, tx));
}

async function withdraw(authorId: string, reviewId: string, now: Date, tx: Db) {
  const review = await tx.review.findFirst({
    where: { id: reviewId, authorId },
    select: { status: true, version: true, technicianId: true },
  });
  if (review === null) return refuse("not_found" as const);
  const toState = nextReviewStatus(review.status, "withdraw");
  if (toState === null) return refuse("not_possible" as const);
  const emptied = review.status === "draft" ? { title: "", text: "", incentiveNote: null } : {};
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, authorId, version: review.version, status: { in: statusesBefore("withdraw") } },
    data: { ...emptied, status: toState, closedAt: now, concern: null, version: { increment: 1 } },
  });
  if (count !== 1) return refuse("not_possible" as const);
  await keepHealthConsent({ reviewId, userId: authorId, isKept: false }, now, tx);
  await scheduleDocumentPurge({ reviewId, decidedAt: now, isAppealable: false }, tx);
  await tx.moderationClaim.deleteMany({ where: { subjectKind: "review", subjectId: reviewId } });
  const wasPublic = review.status === "published" || review.status === "under_investigation";
  if (wasPublic) await recomputeRating(review.technicianId, now, tx);
  const entry = { actorId: authorId, action: "review_withdrawn", subjectKind: "review", subjectId: reviewId };
  await recordAudit({ ...entry, fromState: review.status, toState }, tx);
  return ok({ wasPublic });
}
