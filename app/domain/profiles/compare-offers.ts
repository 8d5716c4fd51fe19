import { scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import { counted, plainFact } from "#app/domain/profiles/compare-fact.ts";
import type { CompareFact, Line, Piece } from "#app/domain/profiles/compare-fact.ts";
import type { Profile, ProfilePriceBand, ProfilePricePaid } from "#app/domain/profiles/profile.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";

const TREATMENT_KEYS = Object.keys(TREATMENTS) as Treatment[];
const CONCERN_KEYS = Object.keys(CONCERNS) as Concern[];

/** A middle says something only from so many prices on; with fewer the range is told. */
const LEAST_FOR_MEDIAN = 3;

/** Who names some but not this one leaves it out; who names none has provided none. */
function isNamed<T>(named: readonly T[], key: T, yes: string): string | null {
  if (named.includes(key)) return yes;
  return named.length > 0 ? "Not named" : null;
}

/** A row for each treatment that anybody offers; one row where nobody names any. */
export function treatmentFacts(profiles: readonly Profile[]): CompareFact[] {
  const offered = TREATMENT_KEYS.filter((key) => profiles.some(({ treatments }) => treatments.includes(key)));
  if (offered.length === 0) return [plainFact("Treatments", () => null)];
  return offered.map((key) => plainFact(TREATMENTS[key], ({ treatments }) => isNamed(treatments, key, "Offered")));
}

/** The same for concerns. */
export function concernFacts(profiles: readonly Profile[]): CompareFact[] {
  const named = CONCERN_KEYS.filter((key) => profiles.some(({ concerns }) => concerns.includes(key)));
  if (named.length === 0) return [plainFact("Concerns", () => null)];
  return named.map((key) => plainFact(CONCERNS[key], ({ concerns }) => isNamed(concerns, key, "Works with it")));
}

export const SKIN_FACTS: readonly CompareFact[] = [
  plainFact("Skin types (Fitzpatrick)", ({ skinTypes }) => skinTypes.join(", ")),
];

/** For each treatment with a price: what is declared, and below it what clients say they paid. */
export function priceFacts(profiles: readonly Profile[]): CompareFact[] {
  const priced = TREATMENT_KEYS.filter((key) =>
    profiles.some((profile) =>
      [...profile.priceBands, ...profile.pricesPaid].some(({ treatment }) => treatment === key),
    ),
  );
  if (priced.length === 0) return [plainFact("Declared prices", () => null)];
  return priced.flatMap((key) => [
    {
      label: `${TREATMENTS[key]}: declared`,
      read: ({ priceBands }) => priceBands.filter(({ treatment }) => treatment === key).map((band) => [bandLine(band)]),
    },
    {
      label: `${TREATMENTS[key]}: clients say they paid`,
      unknown: "No review names a price",
      read: ({ pricesPaid }) => pricesPaid.filter(({ treatment }) => treatment === key).map((paid) => [paidLine(paid)]),
    },
  ]);
}

function range(from: number, to: number, currency: string): Piece[] {
  const low = { amount: from, currency };
  return from === to ? [low] : [low, " to ", { amount: to, currency }];
}

function bandLine({ scale, bandFrom, bandTo, amountFrom, amountTo, currency }: ProfilePriceBand): Line {
  const extent = scaleLabel(scale, bandFrom, bandTo);
  return [...(extent === null ? [] : [`${extent}: `]), ...range(amountFrom, amountTo, currency)];
}

function paidLine({ low, median, high, currency, count }: ProfilePricePaid): Line {
  const n = ` (${counted(count, "review")})`;
  if (count < LEAST_FOR_MEDIAN) return [...range(low, high, currency), n];
  return ["Median ", { amount: median, currency }, n];
}
