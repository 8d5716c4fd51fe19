/**
 * Numbers, money, days and distances as people read them. Formatters are kept: making one costs more than using it a
 * hundred times. The locale is an argument everywhere, so that server and browser write the same.
 */
const DEFAULT_LOCALE = "en-GB";

const kept = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ""} ${options.maximumFractionDigits ?? ""}`;
  const found = kept.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(locale, options);
  kept.set(key, made);
  return made;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** "2026-03-03" as "3 March 2026". A day has no time zone and stays the same day everywhere. */
export function formatDay(day: string, locale = DEFAULT_LOCALE): string {
  let format = dayFormats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    dayFormats.set(locale, format);
  }
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** 1234.5 as "1,234.5". */
export function formatNumber(value: number, maximumFractionDigits = 0, locale = DEFAULT_LOCALE): string {
  return numberFormat(locale, { maximumFractionDigits }).format(value);
}

/** Minor units as money: 120000 GBP is "£1,200", 120050 GBP "£1,200.50", 120000 JPY "JP¥120,000". */
export function formatMoney(minorUnits: number, currency: string, locale = DEFAULT_LOCALE): string {
  const exact = numberFormat(locale, { style: "currency", currency });
  const digits = exact.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minorUnits / 10 ** digits;
  if (!Number.isInteger(amount)) return exact.format(amount);
  return numberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
}

/** "1 review", "1,204 reviews"; `many` for words that don't take an s. */
export function plural(count: number, one: string, many = `${one}s`, locale = DEFAULT_LOCALE): string {
  return `${formatNumber(count, 0, locale)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1] ?? ""}`;
}
