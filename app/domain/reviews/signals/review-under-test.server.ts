import type { Db } from "#app/platform/db.server.ts";

/** What the rules know of the review that they look at. */
export type ReviewUnderTest = NonNullable<Awaited<ReturnType<typeof findReviewUnderTest>>>;

/** Null for a review that is not there or was not sent yet. */
export async function findReviewUnderTest(id: string, tx: Db) {
  const found = await tx.review.findUnique({
    where: { id },
    select: {
      id: true,
      technicianId: true,
      authorId: true,
      overall: true,
      title: true,
      text: true,
      lastSessionOn: true,
      submittedAt: true,
      deviceHash: true,
      ipHash: true,
      author: { select: { email: true, createdAt: true } },
      technician: {
        select: {
          ownerId: true,
          bio: true,
          understandingStatement: true,
          dedicationStatement: true,
          practisingSince: true,
          websiteUrl: true,
          owner: { select: { email: true } },
          answers: { select: { answer: true } },
        },
      },
      photos: { select: { id: true, stage: true, daysSinceLastSession: true, perceptualHash: true } },
    },
  });
  if (found === null || found.submittedAt === null) return null;
  return { ...found, submittedAt: found.submittedAt };
}
