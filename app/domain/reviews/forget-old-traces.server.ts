import { addMonths } from "#app/domain/reviews/follow-up-months.ts";
import { scheduleDocumentPurge } from "#app/domain/reviews/decide-proof.server.ts";
import { removeReviewPhoto } from "#app/domain/reviews/remove-review-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** For how long signals can compare from where reviews came. */
const TRACE_DAYS = 90;
const DRAFT_MONTHS = 12;
const MOST_A_TURN = 200;

/** Forgets from which browser and network reviews came, 90 days after they were sent (P-07). */
export async function forgetWhereFrom(now: Date): Promise<number> {
  const { count } = await db().review.updateMany({
    where: {
      submittedAt: { lt: new Date(now.getTime() - TRACE_DAYS * DAY_MS) },
      OR: [{ ipHash: { not: null } }, { deviceHash: { not: null } }],
    },
    data: { ipHash: null, deviceHash: null },
  });
  return count;
}

/** Deletes drafts that nobody touched for a year, with their photos; nobody will send them. Returns how many. */
export async function deleteOldDrafts(now: Date): Promise<number> {
  const untouched = { status: "draft" as const, updatedAt: { lt: addMonths(now, -DRAFT_MONTHS) } };
  const drafts = await db().review.findMany({
    where: { ...untouched, authorId: { not: null }, isSample: false },
    take: MOST_A_TURN,
    select: { id: true, authorId: true, version: true, photos: { select: { id: true } } },
  });
  let deleted = 0;
  for (const { id, authorId, version, photos } of drafts) {
    if (authorId === null) continue;
    for (const photo of photos) await removeReviewPhoto({ userId: authorId }, photo.id, now);
    deleted += await db().$transaction(async (tx) => {
      await scheduleDocumentPurge({ reviewId: id, decidedAt: now, isAppealable: false }, tx);
      // Not if somebody came back to it meanwhile.
      return (await tx.review.deleteMany({ where: { id, version, ...untouched } })).count;
    });
  }
  return deleted;
}
