import { followUpStatusesBefore } from "#app/domain/reviews/follow-up-states.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Takes back a follow-up of one's own, sent or published, for good: readers see it no more and its stars no longer
 * count. Doing it again changes nothing.
 */
export async function withdrawFollowUp(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  followUpId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_possible">> {
  return db().$transaction(async (tx) => {
    const own = { id: followUpId, reviewId, review: { authorId: viewer.userId } };
    const followUp = await tx.reviewFollowUp.findFirst({
      where: own,
      select: { status: true, version: true, review: { select: { technicianId: true } } },
    });
    if (!followUp) return refuse("not_found");
    if (followUp.status === "withdrawn") return ok(null);
    const { count } = await tx.reviewFollowUp.updateMany({
      where: { ...own, version: followUp.version, status: { in: followUpStatusesBefore("withdraw") } },
      data: { status: "withdrawn", version: { increment: 1 } },
    });
    if (count !== 1) return refuse("not_possible");
    await tx.moderationClaim.deleteMany({ where: { subjectKind: "follow_up", subjectId: followUpId } });
    if (followUp.status === "published") await recomputeRating(followUp.review.technicianId, now, tx);
    const entry = { actorId: viewer.userId, action: "follow_up_withdrawn", subjectKind: "follow_up" };
    await recordAudit({ ...entry, subjectId: followUpId, fromState: followUp.status, toState: "withdrawn" }, tx);
    return ok(null);
  });
}
