/** In milliseconds. */
export const HOUR_MS = 3_600_000;
/** 24 hours: days of the calendar are strings and have no length. */
export const DAY_MS = 24 * HOUR_MS;
