import type { Signal } from "#app/domain/reviews/signals/signal.ts";

/** Length of the window that is compared with the time before it. */
export const BURST_DAYS = 7;
/** Fewer reviews than this are never a burst: two clients may write on one evening. */
const FEWEST = 4;
/** What a technician without a history is taken to get, so that the first reviews of a new profile are no burst. */
const LEAST_WEEKLY = 0.5;
/** How unlikely the count has to be at the technician's own rate. */
const UNLIKELY = 0.005;

export type BurstFacts = {
  /** Reviews sent within the window, this one included. */
  recentIds: readonly string[];
  ownId: string;
  /** Reviews before the window, and over how many days. */
  earlierCount: number;
  earlierDays: number;
};

/** More reviews in a week than this technician's own rate makes likely. */
export function findBurst({ recentIds, ownId, earlierCount, earlierDays }: BurstFacts): Signal | null {
  const count = recentIds.length;
  const weekly = Math.max(LEAST_WEEKLY, earlierDays > 0 ? (earlierCount / earlierDays) * BURST_DAYS : 0);
  if (count < FEWEST || chanceOfAtLeast(count, weekly) >= UNLIKELY) return null;
  return {
    kind: "burst",
    detail: `${count} reviews of this technician were sent within ${BURST_DAYS} days. At the usual rate it would be about ${Math.max(1, Math.round(weekly))}.`,
    relatedIds: recentIds.filter((id) => id !== ownId),
  };
}

/** The chance of `count` or more where `mean` are usual and come independently (Poisson). */
export function chanceOfAtLeast(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
}
