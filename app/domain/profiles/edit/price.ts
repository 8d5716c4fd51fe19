import { scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import type { ProfilePriceBand } from "#app/domain/profiles/profile.ts";
import { countWords, moneyWords } from "#app/domain/technicians/fact-words.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";

/** A declared price as its keeper edits it; amounts are minor units of the currency. */
export type PriceContent = Omit<ProfilePriceBand, "confirmedOn">;
export type PriceRow = PriceContent & { id: string };

/** "Full shaved look, Norwood 2 to 3". */
export function priceTitle({ treatment, scale, bandFrom, bandTo }: PriceContent): string {
  return [TREATMENTS[treatment], scaleLabel(scale, bandFrom, bandTo)].filter(Boolean).join(", ");
}

/** "£1,200 to £1,500 · 3 sessions · top-up within 12 months · deposit £100". */
export function priceWords(price: PriceContent): string {
  const { amountFrom, amountTo, currency, sessionsIncluded, topUpIncluded, topUpWithinMonths, deposit } = price;
  const within = topUpWithinMonths === null ? "" : ` within ${countWords(topUpWithinMonths, "month")}`;
  return [
    amountFrom === amountTo
      ? moneyWords(amountFrom, currency)
      : `${moneyWords(amountFrom, currency)} to ${moneyWords(amountTo, currency)}`,
    sessionsIncluded === null ? "" : countWords(sessionsIncluded, "session"),
    topUpIncluded ? `top-up${within}` : "no top-up",
    deposit === null ? "" : `deposit ${moneyWords(deposit, currency)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
