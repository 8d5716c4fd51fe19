import { ageOfPhoto } from "#app/domain/reviews/photo-age.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Counts the age of a review's photos again, after the date of its last session changed, in the same transaction.
 * Photos without a date, and all of them while the session has none, keep the stage they have.
 */
export async function restageReviewPhotos(reviewId: string, now: Date, tx: Db): Promise<void> {
  const photos = await tx.photo.findMany({
    where: { reviewId, takenOn: { not: null }, stage: { not: "before" } },
    select: { id: true, takenOn: true, review: { select: { lastSessionOn: true } } },
  });
  for (const { id, takenOn, review } of photos) {
    const lastSessionOn = review?.lastSessionOn ?? null;
    const age = ageOfPhoto({ isBefore: false, takenOn, lastSessionOn, followUpDays: null }, now);
    if (age.ok) await tx.photo.update({ where: { id }, data: age.value });
  }
}
