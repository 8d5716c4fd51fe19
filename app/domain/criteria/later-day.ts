import type { Day } from "#app/domain/criteria/evidence.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";

/** A stretch of time as papers name it. */
export type Term = { months: number } | { days: number };

/** The day a term after another. Where the month has no such day it is its last: 31 August and six months, 28 February. */
export function laterDay(day: Day, term: Term): Day {
  const date = new Date(`${day}T00:00:00Z`);
  if ("days" in term) {
    date.setUTCDate(date.getUTCDate() + term.days);
    return dayOf(date);
  }
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + term.months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return dayOf(date);
}

/** "12 months", "3 years", "31 days". */
export function termInWords(term: Term): string {
  if ("days" in term) return `${term.days} days`;
  if (term.months % 12 === 0 && term.months > 12) return `${term.months / 12} years`;
  return term.months === 1 ? "1 month" : `${term.months} months`;
}
