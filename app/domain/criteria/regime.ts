import type { Day } from "#app/domain/criteria/evidence.ts";

/**
 * What a place asks of people who do SMP there: who or what is authorised, for how long, and where it can be looked up.
 * `dated` papers end on a day, `none` never, `unknown` = no source says.
 */
export type Regime = {
  key: string;
  name: string;
  countryCode: string;
  countryName: string;
  region: string | null;
  personAuthorized: boolean;
  premisesAuthorized: boolean;
  /** Rules differ within it: some places under it may ask for nothing. */
  differsWithin: boolean;
  validity: "dated" | "none" | "unknown";
  renewalMonths: number | null;
  renewalNote: string;
  registerUrl: string | null;
  registerNote: string;
  sourceName: string;
  sourceUrl: string | null;
  checkedOn: Day;
};

/** What can be said under a regime: an authorisation of a person or of a place, or that none is issued to it. */
export const AUTHORIZATION_CHOICES = ["person", "premises", "none_person", "none_premises"] as const;
export type AuthorizationChoice = (typeof AUTHORIZATION_CHOICES)[number];

export const CHOICE_WORDS: Record<AuthorizationChoice, string> = {
  person: "In your own name",
  premises: "For the place you work at",
  none_person: "Not required here for you as a person",
  none_premises: "Not required here for the place",
};

export const holderOf = (choice: AuthorizationChoice): "person" | "premises" =>
  choice === "person" || choice === "none_person" ? "person" : "premises";
export const isNotRequired = (choice: AuthorizationChoice): boolean => choice.startsWith("none_");

/** What the form may ask for under this regime, and nothing else: papers first. */
export function choicesUnder({
  personAuthorized,
  premisesAuthorized,
  differsWithin,
}: Pick<Regime, "personAuthorized" | "premisesAuthorized" | "differsWithin">): AuthorizationChoice[] {
  const known: Record<AuthorizationChoice, boolean> = {
    person: personAuthorized,
    premises: premisesAuthorized,
    none_person: !personAuthorized || differsWithin,
    none_premises: !premisesAuthorized || differsWithin,
  };
  return AUTHORIZATION_CHOICES.filter((choice) => known[choice]);
}

/** Somewhere a technician works. */
export type RegimePlace = { city: string; region: string | null; countryCode: string };

/** Those that may hold at the places somebody works at: of the very region first, then of the whole country. */
export function regimesOfPlaces<R extends Pick<Regime, "countryCode" | "region">>(
  regimes: readonly R[],
  places: readonly RegimePlace[],
): R[] {
  const rank = (regime: R): number => {
    const here = places.filter(({ countryCode }) => countryCode === regime.countryCode);
    if (here.length === 0) return 0;
    if (regime.region === null) return 2;
    const names = here.flatMap(({ city, region }) => [city, region]);
    return names.includes(regime.region) ? 3 : 1;
  };
  const ranked = regimes.map((regime) => ({ regime, rank: rank(regime) }));
  // Where nothing fits a country's regions, all of that country are offered rather than none.
  const fits = (countryCode: string) => ranked.some((one) => one.regime.countryCode === countryCode && one.rank >= 2);
  return ranked
    .filter((one) => one.rank >= 2 || (one.rank === 1 && !fits(one.regime.countryCode)))
    .sort((a, b) => b.rank - a.rank)
    .map(({ regime }) => regime);
}
