import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";

/** True for a day of the calendar written as "2025-03-08"; "2025-02-30" is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

/** The last date in a file's name ("register-2025-03-08.csv", "register_20250308.csv"), or null when it has none. */
export function dayInFileName(fileName: string): Day | null {
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/gu)]
    .map(([, year, , month, day]) => `${year}-${month}-${day}`)
    .filter(isDay);
  return found.at(-1) ?? null;
}

type SnapshotSources = {
  /** As given by whoever runs the import. */
  given: string | null;
  fileName: string;
  /** When the file was last changed; null where that says nothing about its content. */
  modifiedOn: Day | null;
  today: Day;
};

/**
 * The day whose state a file shows: as given, else as its name says, else the day it was changed. A day to come is
 * refused, for it would stand above every later snapshot.
 */
export function chooseSnapshot(sources: SnapshotSources): { day: Day } | { problem: string } {
  const { given, fileName, modifiedOn, today } = sources;
  if (given !== null && !isDay(given)) return { problem: `--snapshot ${given} is not a date such as 2025-03-08` };
  const day = given ?? dayInFileName(fileName) ?? modifiedOn;
  if (day === null)
    return { problem: `${fileName} has no date in its name; say which day it shows: --snapshot YYYY-MM-DD` };
  if (day > today)
    return { problem: `the snapshot's date, ${day}, is in the future; say the right one: --snapshot YYYY-MM-DD` };
  return { day };
}
