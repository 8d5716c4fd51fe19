import { findSimilarPhotos } from "#app/domain/media/find-similar-photos.server.ts";
import type { PictureFacts } from "#app/domain/reviews/signals/find-picture-reuse.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export async function gatherPictures({ id, photos }: ReviewUnderTest, tx: Db): Promise<PictureFacts> {
  const followUpPhotos = await tx.photo.findMany({ where: { reviewFollowUp: { reviewId: id } }, select: { id: true } });
  const similar = await findSimilarPhotos(
    [...photos, ...followUpPhotos].map((photo) => photo.id),
    tx,
  );
  return {
    reviewIds: similar.flatMap(({ reviewId }) => (reviewId === null ? [] : [reviewId])),
    caseCount: new Set(similar.flatMap(({ portfolioCaseId }) => portfolioCaseId ?? [])).size,
  };
}
