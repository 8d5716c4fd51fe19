import { findReviewable } from "#app/domain/reviews/find-reviewable.server.ts";
import { keepHealthConsent } from "#app/domain/reviews/health-consent.server.ts";
import { answerColumns, findTwin, whyNotWritable, WRITABLE } from "#app/domain/reviews/own-draft.server.ts";
import type { DraftRefusal, DraftTarget } from "#app/domain/reviews/own-draft.server.ts";
import { restageReviewPhotos } from "#app/domain/reviews/restage-photos.server.ts";
import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#app/platform/unique-violation.server.ts";

export type SavedDraft = {
  reviewId: string;
  version: number;
  /** Another live review of the same day: the draft is kept without its day until one of the two is changed. */
  twinId: string | null;
};
type Author = Pick<Viewer, "userId" | "technicianId">;

/**
 * Keeps what a client wrote so far, complete or not. One draft per client and technician, on whichever device; a review
 * that a moderator sent back for changes is written in place. Whoever wrote on an older state of it overwrites nothing:
 * they are told of the newer one.
 */
export async function saveDraft(
  viewer: Author,
  target: DraftTarget,
  answers: ReviewAnswers,
  now: Date,
): Promise<Result<SavedDraft, DraftRefusal>> {
  try {
    return await db().$transaction((tx) => writeDraft(viewer, target, answers, now, tx));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Another of the author's reviews took the same day between our look and our write: look again.
    return db().$transaction((tx) => writeDraft(viewer, target, answers, now, tx));
  }
}

async function writeDraft(viewer: Author, target: DraftTarget, answers: ReviewAnswers, now: Date, tx: Db) {
  const technician = await findReviewable(viewer, target.slug, tx);
  if (!technician.ok) return refuse({ kind: technician.reason });
  const own = { authorId: viewer.userId, technicianId: technician.value.id };
  const isNew = target.version === null && target.reviewId === null;
  const existing = isNew ? null : await findOwn(own, target, tx);
  const columns = answerColumns(answers);
  const others = { ...own, exceptId: existing };
  const twinId = await findTwin(others, columns.lastSessionOn, tx);
  const data = twinId === null ? columns : { ...columns, lastSessionOn: null };
  if (twinId !== null && (await findTwin(others, null, tx)) !== null) {
    // No room for a second one without a day either. It may be the draft itself, begun in another window.
    const reason = await whyNotWritable(own, target.reviewId, tx);
    return refuse(reason.kind === "conflict" ? reason : { kind: "duplicate" as const, reviewId: twinId });
  }
  const saved = isNew
    ? await createDraft(own, data, now, tx)
    : existing && target.version && (await updateDraft(existing, own, target.version, data, tx));
  if (!saved) return refuse(await whyNotWritable(own, target.reviewId, tx));
  // The age of a photo is counted from the day of the last session.
  await restageReviewPhotos(saved.reviewId, now, tx);
  const isKept = data.concern !== null;
  await keepHealthConsent({ reviewId: saved.reviewId, userId: viewer.userId, isKept }, now, tx);
  return ok({ ...saved, twinId });
}

async function findOwn(own: { authorId: string; technicianId: string }, target: DraftTarget, tx: Db) {
  const found = await tx.review.findFirst({
    where: target.reviewId === null ? { ...own, status: "draft" } : { ...own, id: target.reviewId, status: WRITABLE },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function createDraft(
  own: { authorId: string; technicianId: string },
  data: ReturnType<typeof answerColumns>,
  now: Date,
  tx: Db,
) {
  // The index `review_one_draft` decides which of two windows begins the draft; the other one gets no row.
  const [made] = await tx.review.createManyAndReturn({
    data: [{ ...own, ...data, createdAt: now }],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  return made ? { reviewId: made.id, version: made.version } : null;
}

async function updateDraft(
  id: string,
  own: { authorId: string; technicianId: string },
  version: number,
  data: ReturnType<typeof answerColumns>,
  tx: Db,
) {
  const { count } = await tx.review.updateMany({
    where: { id, ...own, version, status: WRITABLE },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1 ? { reviewId: id, version: version + 1 } : null;
}
