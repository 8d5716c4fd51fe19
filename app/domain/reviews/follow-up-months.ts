import { FOLLOW_UP_MONTHS } from "#app/domain/reviews/review-rules.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/* When follow-ups are due. Days are dates at midnight UTC, as the database gives a date without a time. */

export type FollowUpMonth = (typeof FOLLOW_UP_MONTHS)[number];

/** A review that is younger than this still says how the result looks now: nobody is asked again so soon. */
const REST_AFTER_REVIEW_DAYS = 14;

/** The same day of the month so many months later; the last day of a month that has no such day. */
export function addMonths(day: Date, months: number): Date {
  const later = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day.getUTCDate(), lastDay));
  return later;
}

/** The follow-up whose window is open: each lasts until the next begins, the last for good. Null before the first. */
export function openFollowUpMonth(lastSessionOn: Date, now: Date): FollowUpMonth | null {
  return FOLLOW_UP_MONTHS.findLast((month) => addMonths(lastSessionOn, month) <= now) ?? null;
}

/** The day on which the next window opens; null once the last is open. */
export function nextFollowUpDay(lastSessionOn: Date, now: Date): Date | null {
  const month = FOLLOW_UP_MONTHS.find((candidate) => addMonths(lastSessionOn, candidate) > now);
  return month === undefined ? null : addMonths(lastSessionOn, month);
}

/**
 * The follow-up that the author is to be asked for now, or null. Of an old review it is the newest that is due, never
 * all of them, and nobody is asked within two weeks of writing the review.
 */
export function followUpToAskFor(review: { lastSessionOn: Date; submittedAt: Date }, now: Date): FollowUpMonth | null {
  if (now.getTime() - review.submittedAt.getTime() < REST_AFTER_REVIEW_DAYS * DAY_MS) return null;
  return openFollowUpMonth(review.lastSessionOn, now);
}

/** Whole days since the last session, 0 on the day itself. */
export function daysSince(day: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - day.getTime()) / DAY_MS));
}
