/** A stretch of a day at work, local time of the place. `closes` may be "24:00". */
export type OpenStretch = { weekday: number; day: (typeof WEEKDAYS)[number]; opens: string; closes: string };

/** The same as the database keeps it: minutes since midnight. */
export type StretchRow = { weekday: number; opensAt: number; closesAt: number };

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** 570 as "09:30". */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

export function toStretch({ weekday, opensAt, closesAt }: StretchRow): OpenStretch {
  return { weekday, day: WEEKDAYS[weekday - 1] ?? "Monday", opens: clockOf(opensAt), closes: clockOf(closesAt) };
}

/** The seven days in words: "09:00 to 12:30, 13:30 to 18:00", or "Closed". */
export function weekOf(hours: readonly OpenStretch[]): { day: string; words: string }[] {
  return WEEKDAYS.map((day, at) => {
    const open = hours.filter(({ weekday }) => weekday === at + 1);
    return { day, words: open.map(({ opens, closes }) => `${opens} to ${closes}`).join(", ") || "Closed" };
  });
}

/** A day has at most two stretches in the form: before and after a break. */
export const STRETCHES = ["a", "b"] as const;

/** The form's field for one end of a stretch: "from_1a" is Monday's first opening. */
export function hourField(end: "from" | "to", weekday: number, stretch: (typeof STRETCHES)[number]): string {
  return `${end}_${weekday}${stretch}`;
}
