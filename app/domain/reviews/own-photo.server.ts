import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** Photos of a person's reviews and follow-ups: goes into the `where` of every query about own photos (Z-03). */
export function ownPhoto(userId: string) {
  return {
    OR: [{ review: { authorId: userId } }, { reviewFollowUp: { review: { authorId: userId } } }],
  } satisfies Prisma.PhotoWhereInput;
}

const WRITABLE = ["draft", "changes_requested"] as const;

/** The same, as long as what they belong to can still be changed by its author. */
export function ownChangeablePhoto(userId: string) {
  return {
    OR: [
      { review: { authorId: userId, status: { in: [...WRITABLE] } } },
      { reviewFollowUp: { status: { in: [...WRITABLE] }, review: { authorId: userId } } },
    ],
  } satisfies Prisma.PhotoWhereInput;
}
