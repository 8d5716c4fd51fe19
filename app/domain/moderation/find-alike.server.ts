import { FEWEST_ALIKE, plainWords } from "#app/domain/moderation/bulk.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A flood is cut off here: what is beyond waits for the next proposal. */
const MOST = 100;

/** All waiting reviews by the author of one with the same words, in the order of their technicians; none if it is alone. */
export async function findAlike(reviewId: string, tx: Db) {
  const select = {
    id: true,
    version: true,
    status: true,
    text: true,
    authorId: true,
    technicianId: true,
    submittedAt: true,
    technician: { select: { name: true } },
    author: { select: { displayName: true, email: true } },
  } as const;
  const waiting = { status: { in: ["pending" as const, "in_review" as const] } };
  const one = await tx.review.findFirst({
    where: { id: reviewId, ...waiting },
    select: { authorId: true, text: true },
  });
  if (one === null || one.authorId === null) return [];
  const all = await tx.review.findMany({
    where: { authorId: one.authorId, ...waiting },
    orderBy: [{ technicianId: "asc" }, { id: "asc" }],
    take: MOST,
    select,
  });
  const words = plainWords(one.text);
  const alike = all.filter(({ text }) => plainWords(text) === words);
  return alike.length < FEWEST_ALIKE ? [] : alike;
}
