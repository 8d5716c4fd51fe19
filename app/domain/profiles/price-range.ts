import type { ProfilePriceBand } from "#app/domain/profiles/profile.ts";

/**
 * The declared prices as one range for programs: "GBP 900-2500". Of several currencies the one with the most prices
 * counts, since amounts in different ones make no range. Null without a declared price.
 */
export function priceRangeWords(
  bands: readonly Pick<ProfilePriceBand, "amountFrom" | "amountTo" | "currency">[],
): string | null {
  const pricesIn = (currency: string) => bands.filter((band) => band.currency === currency);
  const [chosen] = [...new Set(bands.map(({ currency }) => currency))]
    .map(pricesIn)
    .sort((a, b) => b.length - a.length);
  const currency = chosen?.[0]?.currency;
  if (!chosen || currency === undefined) return null;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  const inUnits = (amount: number) => String(amount / 10 ** (digits ?? 2));
  const low = inUnits(Math.min(...chosen.map(({ amountFrom }) => amountFrom)));
  const high = inUnits(Math.max(...chosen.map(({ amountTo }) => amountTo)));
  return low === high ? `${currency} ${low}` : `${currency} ${low}-${high}`;
}
