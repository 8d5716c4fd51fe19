import Holidays from "date-holidays";
import { DAY_MS, HOUR_MS } from "#app/platform/durations.ts";

/*
 * Periods of law in England and Wales: the 48 hours of a defamation notice stand still on Saturdays, Sundays, Good
 * Friday, Christmas Day and bank holidays. Days begin and end at midnight in London. Kept on the server: the calendar
 * of all countries is large.
 */

let calendar: Holidays | undefined;
const bankHolidays = new Map<number, ReadonlySet<string>>();

function bankHolidaysOf(year: number): ReadonlySet<string> {
  let days = bankHolidays.get(year);
  if (!days) {
    calendar ??= new Holidays("GB", "ENG");
    const all = calendar.getHolidays(year).filter(({ type }) => type === "public" || type === "bank");
    bankHolidays.set(year, (days = new Set(all.map(({ date }) => date.slice(0, 10)))));
  }
  return days;
}

const londonDays = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });
const londonHours = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });

const longDays = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", dateStyle: "long" });

/** The day in London as "8 March 2026". */
export function londonDayInWords(at: Date): string {
  return longDays.format(at);
}

/** The day in London as "2026-03-08". */
export function londonDay(at: Date): string {
  return londonDays.format(at);
}

/** When a day begins in London. */
function startOfDay(day: string): Date {
  const utc = new Date(`${day}T00:00:00Z`);
  // Never before UTC, at most an hour after it.
  return new Date(utc.getTime() - Number(londonHours.format(utc)) * HOUR_MS);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the hours of a day ("2026-03-08") count. */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The moment at which so many hours have passed, those of business days only. */
export function addBusinessHours(from: Date, hours: number): Date {
  let at = from;
  for (let left = hours * HOUR_MS; ;) {
    const day = londonDay(at);
    const end = startOfDay(dayAfter(day, 1));
    if (isBusinessDay(day)) {
      const available = end.getTime() - at.getTime();
      if (available >= left) return new Date(at.getTime() + left);
      left -= available;
    }
    at = end;
  }
}

/** Midnight in London at the end of the so-manieth day after the day of `from`; every day counts. */
export function endOfDayAfter(from: Date, days: number): Date {
  return startOfDay(dayAfter(londonDay(from), days + 1));
}
