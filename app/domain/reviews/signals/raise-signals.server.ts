import { findBurst } from "#app/domain/reviews/signals/find-burst.ts";
import { gatherBurst } from "#app/domain/reviews/signals/gather-burst.server.ts";
import { findReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Signal } from "#app/domain/reviews/signals/signal.ts";
import { writeSignal } from "#app/domain/reviews/signals/write-signal.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One rule after another: they share a transaction's connection, and none needs another's answer. */
const RULES: ((review: ReviewUnderTest, tx: Db) => Promise<Signal | null>)[] = [
  async (review, tx) => findBurst(await gatherBurst(review, tx)),
];

/**
 * Looks for everything about a review that a moderator should see, and writes it down: one line per kind, the newest
 * finding in place of an older one. Signals hold a review for a human and never decide about it. Looking again after a
 * change takes away what is no longer true.
 */
export async function raiseSignals(reviewId: string, now: Date, tx: Db = db()): Promise<Signal[]> {
  const review = await findReviewUnderTest(reviewId, tx);
  if (review === null) return [];
  const signals: Signal[] = [];
  for (const rule of RULES) {
    const signal = await rule(review, tx);
    if (signal !== null) signals.push(signal);
  }
  const kinds = signals.map(({ kind }) => kind);
  // Serial reporting is written when a report arrives, not here.
  await tx.reviewSignal.deleteMany({ where: { reviewId, kind: { notIn: [...kinds, "serial_reporting"] } } });
  for (const signal of signals) await writeSignal(reviewId, signal, now, tx);
  await tx.review.updateMany({ where: { id: reviewId }, data: { signalsCheckedAt: now } });
  return signals;
}
