/** After this many months a keeper is asked whether everything is still right, and readers are told. */
const CONFIRM_MONTHS = 6;

/** The same day so many months before, or the last one of a shorter month: "2026-08-31" gives "2026-02-28". */
export function confirmedSince(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - CONFIRM_MONTHS, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - CONFIRM_MONTHS, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whether a profile was last confirmed more than six months ago; a profile that never was has nothing to be old. */
export function isConfirmationOld(lastConfirmedOn: string | null, today: string): boolean {
  return lastConfirmedOn !== null && lastConfirmedOn < confirmedSince(today);
}
