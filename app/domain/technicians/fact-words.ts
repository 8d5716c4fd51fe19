/* Amounts and days in words, for rules that draw nothing. */

const DAYS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "2026-03-03" as "3 March 2026"; of a moment, its day in UTC. */
export function dayWords(day: string | Date): string {
  return DAYS.format(typeof day === "string" ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day);
}

/** Minor units as money: 120000 GBP is "£1,200", 120050 GBP "£1,200.50". */
export function moneyWords(minorUnits: number, currency: string): string {
  const exact = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const amount = minorUnits / 10 ** (exact.resolvedOptions().maximumFractionDigits ?? 2);
  if (!Number.isInteger(amount)) return exact.format(amount);
  return new Intl.NumberFormat("en-GB", { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
}

/** "1 month", "12 months". */
export function countWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
