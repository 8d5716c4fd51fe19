/*
 * How soon a technician answers: the median over the enquiries of the last twelve months, from their arrival to the
 * first answer. Declining is an answer. No enquiry counts for more than a week, and one that nobody answered counts as
 * that once a week is over.
 */
export const RESPONSE_WINDOW_DAYS = 365;
export const UNANSWERED_DAYS = 7;
/** Below this many enquiries a median says nothing. */
export const FEWEST_FOR_RESPONSE = 3;

export type ResponseTime = { medianMinutes: number; enquiries: number };

const HOUR = 60;
const DAY = 24 * HOUR;

/** The public figure, or null where there are too few enquiries for one. */
export function responseTimeOf(minutesMedian: number | null, count: number): ResponseTime | null {
  if (minutesMedian === null || count < FEWEST_FOR_RESPONSE) return null;
  return { medianMinutes: minutesMedian, enquiries: count };
}

/** "Usually answers within 5 hours (12 enquiries)": rounded up, so that nobody is promised too much. */
export function responseTimeWords(time: ResponseTime | null): string {
  if (time === null) return "Too few enquiries to say";
  return `${speed(time.medianMinutes)} (${time.enquiries} enquiries)`;
}

function speed(minutes: number): string {
  if (minutes >= UNANSWERED_DAYS * DAY) return "Usually takes a week or longer to answer";
  if (minutes <= HOUR) return "Usually answers within an hour";
  const hours = Math.ceil(minutes / HOUR);
  if (hours < 24) return `Usually answers within ${hours} hours`;
  const days = Math.ceil(minutes / DAY);
  return days === 1 ? "Usually answers within a day" : `Usually answers within ${days} days`;
}
