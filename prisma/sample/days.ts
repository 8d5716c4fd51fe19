import { DAY_MS } from "#app/platform/durations.ts";

/** Calendar arithmetic on UTC dates; every date of the sample set is counted from one `today`. */

/** Midnight UTC of the day that `moment` falls on. */
export function startOfDay(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + Math.round(days * DAY_MS));
}

export function daysBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / DAY_MS);
}
