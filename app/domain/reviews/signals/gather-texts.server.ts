import type { TextFacts } from "#app/domain/reviews/signals/find-near-identical.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** Reviews of the whole site: as far back as a batch of made-up ones would be spread. */
const RECENT_DAYS = 60;
/** Bounds for one look: comparing a text takes about a tenth of a millisecond. */
const MOST = { sameTechnician: 120, sameAuthor: 40, recent: 120 };

export async function gatherTexts(review: ReviewUnderTest, tx: Db): Promise<TextFacts> {
  const { id, technicianId, authorId, text, submittedAt, technician } = review;
  const select = { id: true, text: true } as const;
  const find = (where: object, take: number) =>
    tx.review.findMany({
      where: { ...where, id: { not: id }, submittedAt: { not: null }, status: { not: "draft" } },
      orderBy: { submittedAt: "desc" },
      take,
      select,
    });
  const sameTechnician = await find({ technicianId }, MOST.sameTechnician);
  const sameAuthor = authorId === null ? [] : await find({ authorId }, MOST.sameAuthor);
  const since = new Date(submittedAt.getTime() - RECENT_DAYS * DAY_MS);
  const recent = await tx.review.findMany({
    where: { id: { not: id }, technicianId: { not: technicianId }, submittedAt: { gt: since, lte: submittedAt } },
    orderBy: { submittedAt: "desc" },
    take: MOST.recent,
    select,
  });
  const replies = await tx.reply.findMany({
    where: { review: { technicianId } },
    orderBy: { submittedAt: "desc" },
    take: 40,
    select: { text: true },
  });
  const others = new Map([...sameTechnician, ...sameAuthor, ...recent].map((other) => [other.id, other]));
  return {
    text,
    others: [...others.values()],
    ownCopy: [
      technician.bio,
      technician.understandingStatement ?? "",
      technician.dedicationStatement ?? "",
      ...technician.answers.map(({ answer }) => answer),
      ...replies.map((reply) => reply.text),
    ],
  };
}
