import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** Which review a form is about, and the state of it that the form was filled in on; null where it knew of none. */
export type DraftTarget = { slug: string; reviewId: string | null; version: number | null };

/** Why a form's words could not be kept. `already_sent` and `duplicate` name the review that is there instead. */
export type DraftRefusal =
  | { kind: "not_found" | "own" | "colleague" }
  /** Another window or device changed it since: its version now, and when. */
  | { kind: "conflict"; version: number; changedAt: Date }
  | { kind: "already_sent" | "duplicate"; reviewId: string };

/** The states that count as one live review of a visit: those of the index `review_one_per_visit`. */
const LIVE = {
  notIn: ["withdrawn", "rejected", "rejected_final", "removed"],
} satisfies Prisma.EnumReviewStatusFilter;

/** What its author may write in. */
export const WRITABLE = { in: ["draft", "changes_requested"] } satisfies Prisma.EnumReviewStatusFilter;

export function dayOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** The columns that a form fills in, and no others: author, technician, state and proof are never the form's (Z-04). */
export function answerColumns(answers: ReviewAnswers) {
  return {
    overall: answers.overall,
    understanding: answers.understanding,
    sterile: answers.sterile,
    dedication: answers.dedication,
    portfolio: answers.portfolio,
    needleOpened: answers.needleOpened,
    wouldRecommend: answers.wouldRecommend,
    treatment: answers.treatment,
    concern: answers.concern,
    sessions: answers.sessions,
    pricePaid: answers.pricePaid,
    currency: answers.currency,
    lastSessionOn: dayOf(answers.lastSessionOn),
    title: answers.title,
    text: answers.text,
    relationship: answers.relationship,
    isIncentivised: answers.isIncentivised,
    incentiveNote: answers.incentiveNote,
  };
}

/** The same person's other live review of a visit, if there is one. */
export async function findTwin(
  own: { authorId: string; technicianId: string; exceptId: string | null },
  lastSessionOn: Date | null,
  tx: Db,
): Promise<string | null> {
  const { authorId, technicianId, exceptId } = own;
  const found = await tx.review.findFirst({
    where: { authorId, technicianId, lastSessionOn, status: LIVE, ...(exceptId ? { id: { not: exceptId } } : {}) },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Why a write in a form's review found nothing to write in: changed since, sent since, or never there. */
export async function whyNotWritable(
  own: { authorId: string; technicianId: string },
  reviewId: string | null,
  tx: Db,
): Promise<DraftRefusal> {
  const here = { authorId: own.authorId, technicianId: own.technicianId };
  const select = { id: true, version: true, updatedAt: true } as const;
  const writable = await tx.review.findFirst({
    where: reviewId === null ? { ...here, status: "draft" } : { ...here, id: reviewId, status: WRITABLE },
    select,
  });
  if (writable) return { kind: "conflict", version: writable.version, changedAt: writable.updatedAt };
  const sent = await tx.review.findFirst({
    where: { ...here, status: LIVE, ...(reviewId ? { id: reviewId } : {}) },
    orderBy: { submittedAt: { sort: "desc", nulls: "last" } },
    select,
  });
  return sent ? { kind: "already_sent", reviewId: sent.id } : { kind: "not_found" };
}
