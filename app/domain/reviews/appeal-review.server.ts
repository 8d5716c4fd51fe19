import { appealDeadline } from "#app/domain/reviews/appeal.ts";
import { scheduleDocumentPurge } from "#app/domain/reviews/decide-proof.server.ts";
import { nextReviewStatus, statusesBefore } from "#app/domain/reviews/review-states.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#app/platform/unique-violation.server.ts";

/**
 * `not_found`: no such review of this author. `not_possible`: it was not refused or removed, or this decision was
 * appealed against before. `too_late`: past six months. `other_review`: the author has another live review of the visit.
 */
export type AppealRefusal = "not_found" | "not_possible" | "too_late" | "other_review";

/** Appeals against the refusal or removal of an own review, once; another moderator decides it. */
export async function appealReview(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  text: string,
  now: Date,
): Promise<Result<{ appealId: string }, AppealRefusal>> {
  try {
    return await db().$transaction((tx) => appeal(viewer.userId, reviewId, text, now, tx));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Either the same appeal sent twice at once, or the index that allows one live review of a visit.
    const isSame = await db().review.count({ where: { id: reviewId, status: "appealed" } });
    return refuse(isSame > 0 ? "not_possible" : "other_review");
  }
}

async function appeal(authorId: string, reviewId: string, text: string, now: Date, tx: Db) {
  const review = await tx.review.findFirst({
    where: { id: reviewId, authorId },
    select: { status: true, version: true },
  });
  if (review === null) return refuse("not_found" as const);
  const toState = nextReviewStatus(review.status, "appeal");
  if (toState === null) return refuse("not_possible" as const);
  const decision = await tx.moderationDecision.findFirst({
    where: { subjectKind: "review", subjectId: reviewId, toState: review.status },
    orderBy: { subjectVersion: "desc" },
    select: { id: true, decidedAt: true, appeal: { select: { id: true } } },
  });
  if (decision === null || decision.appeal !== null) return refuse("not_possible" as const);
  if (now > appealDeadline(decision.decidedAt)) return refuse("too_late" as const);
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, authorId, version: review.version, status: { in: statusesBefore("appeal") } },
    data: { status: toState, version: { increment: 1 } },
  });
  if (count !== 1) return refuse("not_possible" as const);
  const { id: appealId } = await tx.appeal.create({
    data: { decisionId: decision.id, authorId, text, createdAt: now },
    select: { id: true },
  });
  await scheduleDocumentPurge({ reviewId, decidedAt: now, isAppealable: true }, tx);
  const entry = { actorId: authorId, action: "review_appealed", subjectKind: "review", subjectId: reviewId };
  await recordAudit({ ...entry, fromState: review.status, toState }, tx);
  return ok({ appealId });
}
