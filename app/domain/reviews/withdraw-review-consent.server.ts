import { keepHealthConsent } from "#app/domain/reviews/health-consent.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/**
 * Takes back the consent to keep and show the kind of hair loss in an own review: the detail is deleted, the review
 * stays (P-06). False where there is none.
 */
export async function withdrawHealthConsent(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  now: Date,
): Promise<boolean> {
  const authorId = viewer.userId;
  return db().$transaction(async (tx) => {
    const { count } = await tx.review.updateMany({
      where: { id: reviewId, authorId, concern: { not: null } },
      data: { concern: null },
    });
    if (count !== 1) return false;
    await keepHealthConsent({ reviewId, userId: authorId, isKept: false }, now, tx);
    const entry = { actorId: authorId, action: "consent_withdrawn", subjectKind: "review", subjectId: reviewId };
    await recordAudit({ ...entry, reason: "process_health_data" }, tx);
    return true;
  });
}
