import type { HairLossScale } from "#app/domain/portfolio/portfolio-case.ts";
import { scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { formatMoney, plural } from "#app/ui/format.ts";

/** A declared price as its keeper edits it; amounts are minor units of the currency. */
export type PriceContent = {
  treatment: Treatment;
  scale: HairLossScale;
  bandFrom: number | null;
  bandTo: number | null;
  amountFrom: number;
  amountTo: number;
  currency: string;
  sessionsIncluded: number | null;
  topUpIncluded: boolean;
  topUpWithinMonths: number | null;
  deposit: number | null;
};
export type PriceRow = PriceContent & { id: string };

/** "Full shaved look, Norwood 2 to 3". */
export function priceTitle({ treatment, scale, bandFrom, bandTo }: PriceContent): string {
  return [TREATMENTS[treatment], scaleLabel(scale, bandFrom, bandTo)].filter(Boolean).join(", ");
}

/** "£1,200 to £1,500 · 3 sessions · top-up within 12 months · deposit £100". */
export function priceWords(price: PriceContent): string {
  const { amountFrom, amountTo, currency, sessionsIncluded, topUpIncluded, topUpWithinMonths, deposit } = price;
  const within = topUpWithinMonths === null ? "" : ` within ${plural(topUpWithinMonths, "month")}`;
  return [
    amountFrom === amountTo
      ? formatMoney(amountFrom, currency)
      : `${formatMoney(amountFrom, currency)} to ${formatMoney(amountTo, currency)}`,
    sessionsIncluded === null ? "" : plural(sessionsIncluded, "session"),
    topUpIncluded ? `top-up${within}` : "no top-up",
    deposit === null ? "" : `deposit ${formatMoney(deposit, currency)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
