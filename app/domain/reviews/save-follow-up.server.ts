import type { FollowUpAnswers } from "#app/domain/reviews/follow-up-answers.ts";
import { daysSince } from "#app/domain/reviews/follow-up-months.ts";
import { FOLLOWABLE, findFollowedReview, lockReview } from "#app/domain/reviews/own-follow-ups.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * `not_found`: no such review of this author. `early`: the first window is still to open. `already_sent`: this time's
 * follow-up is with the moderators or decided. `conflict`: it was changed in another window since.
 */
export type FollowUpRefusal = "not_found" | "early" | "already_sent" | "conflict";

type Author = Pick<Viewer, "userId">;
export type SavedFollowUp = { followUpId: string; version: number };

/**
 * Keeps what an author wrote so far about how it looks now, complete or not. `version` is the state of the draft that
 * the form was filled in on, null where there was none.
 */
export function saveFollowUp(
  viewer: Author,
  reviewId: string,
  { answers, version }: { answers: FollowUpAnswers; version: number | null },
  now: Date,
): Promise<Result<SavedFollowUp, FollowUpRefusal>> {
  return db().$transaction((tx) => write(viewer, reviewId, answers, version, now, tx));
}

async function write(
  { userId }: Author,
  reviewId: string,
  answers: FollowUpAnswers,
  version: number | null,
  now: Date,
  tx: Db,
): Promise<Result<SavedFollowUp, FollowUpRefusal>> {
  await lockReview(reviewId, tx);
  const review = await findFollowedReview(userId, reviewId, now, tx);
  if (review === null) return refuse("not_found");
  const { slot, lastSessionOn, starsNow } = review;
  if (slot.kind === "early") return refuse("early");
  if (slot.kind === "sent") return refuse("already_sent");
  const { existing, month } = slot;
  if ((existing?.version ?? null) !== version) return refuse("conflict");
  // Stars that were chosen again and are the same are no change.
  const overall = answers.overall === starsNow ? null : answers.overall;
  const isNewlyAged = existing === null || existing.status === "draft";
  const age = lastSessionOn && isNewlyAged ? { month, daysSinceLastSession: daysSince(lastSessionOn, now) } : {};
  if (existing === null) {
    const data = { ...answers, overall, reviewId, month, daysSinceLastSession: 0, ...age, createdAt: now };
    const made = await tx.reviewFollowUp.create({ data, select: { id: true, version: true } });
    return ok({ followUpId: made.id, version: made.version });
  }
  const { count } = await tx.reviewFollowUp.updateMany({
    where: {
      id: existing.id,
      version: existing.version,
      status: existing.status,
      review: { authorId: userId, status: FOLLOWABLE },
    },
    data: { ...answers, overall, ...age, version: { increment: 1 } },
  });
  return count === 1 ? ok({ followUpId: existing.id, version: existing.version + 1 }) : refuse("conflict");
}
