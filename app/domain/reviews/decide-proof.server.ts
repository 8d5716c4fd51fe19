import { documentPurgeAfter } from "#app/domain/reviews/document-retention.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** `not_possible`: there is no document, it was looked at before, or it is the moderator's own. */
type ProofRefusal = "not_possible";

/**
 * A moderator says whether a document supports the visit, once. Accepted, the review is "document checked" from then on
 * (a visit that was confirmed before stays confirmed); ratings follow where it is public. Call it near the end of the
 * caller's transaction: it records an audit entry.
 */
export async function decideProof(
  { reviewId, isAccepted, moderatorId }: { reviewId: string; isAccepted: boolean; moderatorId: string },
  now: Date,
  tx: Db,
): Promise<Result<null, ProofRefusal>> {
  const review = await tx.review.findFirst({
    where: { id: reviewId, OR: [{ authorId: null }, { authorId: { not: moderatorId } }] },
    select: { technicianId: true, status: true, proofLevel: true },
  });
  if (review === null) return refuse("not_possible");
  const [proof] = await tx.visitProof.updateManyAndReturn({
    where: { reviewId, documentId: { not: null }, checkedAt: null },
    data: { checkedById: moderatorId, checkedAt: now, isAccepted, decidedAt: now },
    select: { documentId: true },
  });
  if (!proof) return refuse("not_possible");
  if (isAccepted && review.proofLevel !== "confirmed") {
    const level = "document_checked" as const;
    await tx.visitProof.updateMany({ where: { reviewId }, data: { level } });
    await tx.review.updateMany({ where: { id: reviewId }, data: { proofLevel: level } });
    const isPublic = review.status === "published" || review.status === "under_investigation";
    if (isPublic) await recomputeRating(review.technicianId, now, tx);
  }
  await scheduleDocumentPurge({ reviewId, decidedAt: now, isAppealable: false }, tx);
  const entry = { actorId: moderatorId, action: "proof_decided", subjectKind: "review", subjectId: reviewId };
  await recordAudit({ ...entry, toState: isAccepted ? "accepted" : "not_accepted" }, tx);
  return ok(null);
}

/**
 * Sets the day on which the document of a review is deleted, by the one rule: call it when the review is decided and
 * again when its author appeals.
 */
export async function scheduleDocumentPurge(
  { reviewId, decidedAt, isAppealable }: { reviewId: string; decidedAt: Date; isAppealable: boolean },
  tx: Db,
): Promise<void> {
  await tx.privateDocument.updateMany({
    where: { visitProofs: { some: { reviewId } }, purgedAt: null },
    data: { purgeAfter: documentPurgeAfter(decidedAt, isAppealable) },
  });
}
