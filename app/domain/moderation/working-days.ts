import { DAY_MS } from "#app/platform/durations.ts";

/** Working days of the target are counted in UTC and leave weekends out; public holidays differ by country and count. */

function isWeekend(date: Date): boolean {
  const day = date.getUTCDay();
  return day === 0 || day === 6;
}

function startOfDay(date: Date): Date {
  return new Date(Math.floor(date.getTime() / DAY_MS) * DAY_MS);
}

/** A moment so many working days later, at the same time of day; what arrives on a weekend counts from Monday 00:00. */
export function addWorkingDays(from: Date, days: number): Date {
  let at = from;
  if (isWeekend(at)) {
    at = startOfDay(at);
    while (isWeekend(at)) at = new Date(at.getTime() + DAY_MS);
  }
  for (let left = days; left > 0;) {
    at = new Date(at.getTime() + DAY_MS);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

/** Working time from one moment to another in hours, a working day having 24; 0 where the second is not later. */
export function workingHoursBetween(from: Date, to: Date): number {
  if (to <= from) return 0;
  const weeks = Math.floor((to.getTime() - from.getTime()) / (7 * DAY_MS));
  let milliseconds = weeks * 5 * DAY_MS;
  let at = new Date(from.getTime() + weeks * 7 * DAY_MS);
  while (at < to) {
    const end = new Date(Math.min(startOfDay(at).getTime() + DAY_MS, to.getTime()));
    if (!isWeekend(at)) milliseconds += end.getTime() - at.getTime();
    at = end;
  }
  return milliseconds / 3_600_000;
}

/** "3 hours", "2 days": the larger unit from 48 hours on, never "0 hours". */
export function hoursInWords(hours: number): string {
  if (hours < 1) return "less than an hour";
  const [count, unit] = hours < 48 ? [Math.floor(hours), "hour"] : [Math.floor(hours / 24), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The moment before which an item must have come to be over the target now: later ones have time left. */
export function subtractWorkingDays(from: Date, days: number): Date {
  let at = from;
  if (isWeekend(at)) {
    at = startOfDay(at);
    // Sunday 00:00 to Saturday 00:00, the end of Friday.
    if (at.getUTCDay() === 0) at = new Date(at.getTime() - DAY_MS);
  }
  for (let left = days; left > 0;) {
    at = new Date(at.getTime() - DAY_MS);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}
