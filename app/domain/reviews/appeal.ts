/*
 * An author's answer to a refusal or removal: once for each such decision, within half a year, decided by a moderator
 * who did not make it. States: open -> upheld | overturned; the review is `appealed` in the meantime.
 */
export const APPEAL_MONTHS = 6;
/** Characters. */
export const APPEAL_TEXT = { shortest: 20, longest: 3_000 } as const;

/** The last moment at which a decision can be appealed against. */
export function appealDeadline(decidedAt: Date): Date {
  const deadline = new Date(decidedAt);
  deadline.setUTCMonth(deadline.getUTCMonth() + APPEAL_MONTHS);
  // The 31st of a month that has none would slip into the next one.
  if (deadline.getUTCDate() !== decidedAt.getUTCDate()) deadline.setUTCDate(0);
  return deadline;
}
