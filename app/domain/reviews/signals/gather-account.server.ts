import type { AccountFacts } from "#app/domain/reviews/signals/find-new-account.ts";
import type { ReciprocalFacts } from "#app/domain/reviews/signals/find-reciprocal.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** Null for a review whose author's account is gone. */
export async function gatherAccount(review: ReviewUnderTest, tx: Db): Promise<AccountFacts | null> {
  const { id, authorId, author, submittedAt, overall } = review;
  if (authorId === null || author === null) return null;
  const accountDays = Math.floor((submittedAt.getTime() - author.createdAt.getTime()) / DAY_MS);
  const otherReviewCount = await tx.review.count({ where: { authorId, id: { not: id }, status: { not: "draft" } } });
  return { accountDays, otherReviewCount, overall };
}

export async function gatherReciprocal(review: ReviewUnderTest, tx: Db): Promise<ReciprocalFacts> {
  const { authorId, technician } = review;
  if (authorId === null || technician.ownerId === null) return { returnedIds: [] };
  const returned = await tx.review.findMany({
    where: { authorId: technician.ownerId, technician: { ownerId: authorId }, status: { not: "draft" } },
    take: 20,
    select: { id: true },
  });
  return { returnedIds: returned.map(({ id }) => id) };
}
