import { findAlike } from "#app/domain/moderation/find-alike.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Proposes to refuse one author's identical reviews together. Nothing happens to them before another moderator confirms.
 * `not_alike`: there are no two of the same words that wait. `proposed`: the author's are proposed already.
 */
export async function proposeBulkRejection(
  viewer: Pick<Viewer, "userId">,
  { reviewId, reason, note }: { reviewId: string; reason: ReviewReason; note: string },
  now: Date,
): Promise<Result<{ bulkId: string }, "not_alike" | "own_matter" | "proposed">> {
  return db().$transaction(async (tx) => {
    const alike = await findAlike(reviewId, tx);
    const authorId = alike[0]?.authorId;
    if (!authorId) return refuse("not_alike");
    // Of two who propose at once the second waits here and then finds the first one's.
    await tx.$queryRaw`SELECT 1 AS locked FROM "User" WHERE id = ${authorId}::uuid FOR NO KEY UPDATE`;
    for (const { id } of alike) if (await isOwnMatter(viewer, "review", id, tx)) return refuse("own_matter");
    if ((await tx.bulkRejection.count({ where: { authorId, status: "proposed" } })) > 0) return refuse("proposed");
    const { id: bulkId } = await tx.bulkRejection.create({
      data: {
        authorId,
        reason,
        note,
        reviewIds: alike.map(({ id }) => id),
        proposedById: viewer.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    const entry = { actorId: viewer.userId, action: "bulk_proposed", subjectKind: "bulk_rejection", subjectId: bulkId };
    await recordAudit({ ...entry, toState: "proposed", reason }, tx);
    return ok({ bulkId });
  });
}
