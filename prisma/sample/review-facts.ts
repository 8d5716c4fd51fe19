import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import type { CountryCode } from "./countries.ts";
import { numberWord, ordinal, quantity } from "./phrase.ts";
import type { Facts } from "./phrase.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import type { Random } from "./random.ts";
import type { Stars } from "./texts/result.ts";

const LOCALES: Record<CountryCode, string> = {
  GB: "en-GB",
  US: "en-US",
  CA: "en-CA",
  AU: "en-AU",
  IE: "en-IE",
  DE: "en-IE",
  NL: "en-IE",
  ES: "en-IE",
};

export function drawStars(quality: number, random: Random): Stars {
  const doubt = 1 - quality;
  return random.weighted<Stars>([
    [5, quality * quality],
    [4, 0.25],
    [3, doubt * 0.48],
    [2, doubt ** 1.3 * 0.42],
    [1, doubt ** 1.5 * 0.4],
  ]);
}

const clampStars = (value: number): number => Math.min(5, Math.max(1, value));

/** The four sub-ratings: near the overall, cleanliness mostly higher, and some left out. */
export function drawSubRatings(stars: Stars, needleOpened: boolean | null, random: Random) {
  const near = (shift: number): number | null =>
    random.chance(0.1)
      ? null
      : clampStars(
          stars +
            shift +
            random.weighted([
              [0, 66],
              [-1, 17],
              [1, 17],
            ]),
        );
  const sterile = random.chance(0.08)
    ? null
    : clampStars(
        random.weighted([
          [5, 74],
          [4, 18],
          [3, 8],
        ]) -
          (stars <= 2 && random.chance(0.4) ? random.int(1, 3) : 0) -
          (needleOpened === false && random.chance(0.35) ? 2 : 0),
      );
  return {
    understanding: near(stars <= 2 ? 1 : 0),
    sterile,
    dedication: near(stars <= 3 && random.chance(0.4) ? 1 : 0),
    portfolio: near(0),
  };
}

export function drawRecommendation(stars: Stars, random: Random): boolean | null {
  if (stars >= 4)
    return random.weighted([
      [true, 91],
      [null, 8],
      [false, 1],
    ]);
  if (stars === 3)
    return random.weighted([
      [true, 40],
      [false, 32],
      [null, 28],
    ]);
  return random.weighted([
    [false, 90],
    [null, 10],
  ]);
}

export function drawSessions(treatment: Treatment, random: Random): number {
  return random.weighted(
    treatment === "scar_camouflage" || treatment === "temporary_smp"
      ? [
          [2, 55],
          [1, 20],
          [3, 25],
        ]
      : [
          [3, 60],
          [2, 24],
          [4, 12],
          [5, 4],
        ],
  );
}

const formats = new Map<CountryCode, Intl.NumberFormat>();
/** An amount as people of that place write it in a sentence: "£1,450". */
function priceWords(minor: number, country: CountryCode): string {
  let format = formats.get(country);
  if (!format) {
    const { currency } = COUNTRY_FACTS[country];
    const options = { style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 } as const;
    format = new Intl.NumberFormat(LOCALES[country], options);
    formats.set(country, format);
  }
  return format.format(minor / 100);
}

/** Everything that a review's sentences may refer to. What is not known stays undefined, and is then not mentioned. */
export function makeFacts(
  plan: TechnicianPlan,
  visit: {
    treatment: Treatment;
    sessions: number;
    daysSince: number;
    pricePaid: number | null;
    needleOpened: boolean | null;
    hasLicence: boolean;
  },
  random: Random,
): Facts {
  const age = random.int(26, 63);
  const years = random.int(2, Math.min(12, age - 22));
  const isWomens = visit.treatment === "womens_part_line";
  const weeks = Math.floor(visit.daysSince / 7);
  const months = Math.floor(visit.daysSince / 30.4);
  const isShaved = visit.treatment === "full_shaved_look" || visit.treatment === "hairline";
  return {
    tech: plan.person.first,
    city: plan.city.name,
    studio: plan.studio,
    age: String(age),
    birthday: age % 10 === 0 ? ordinal(age) : undefined,
    years: numberWord(years),
    then: String(age - years),
    talk: random.pick(["an hour", "nearly an hour", "over an hour", "an hour and a half", "forty minutes"]),
    partner: isWomens
      ? random.pick(["husband", "partner", "boyfriend", "wife"])
      : random.pick(["wife", "partner", "girlfriend", "husband", "boyfriend", "fiancée"]),
    kin: random.pick(["brother", "cousin", "sister", "best friend", "brother-in-law", "neighbour", "flatmate"]),
    sessions: visit.sessions > 1 ? quantity(visit.sessions, "session") : undefined,
    hours: quantity(random.int(2, 5), "hour"),
    gap: random.pick(["ten days", "two weeks", "twelve days", "three weeks", "a fortnight"]),
    norwood: isShaved ? `Norwood ${visit.treatment === "hairline" ? random.int(2, 3) : random.int(4, 6)}` : undefined,
    weeks:
      visit.daysSince < 150
        ? weeks >= 2
          ? quantity(weeks, "week")
          : quantity(Math.max(2, visit.daysSince), "day")
        : undefined,
    months: months >= 2 ? quantity(months, "month") : undefined,
    price: visit.pricePaid === null ? undefined : priceWords(visit.pricePaid, plan.city.country),
    ifShaved: isShaved ? "" : undefined,
    ifScar: visit.treatment === "scar_camouflage" ? "" : undefined,
    ifNeedle: visit.needleOpened === true ? "" : undefined,
    ifLicence: visit.hasLicence ? "" : undefined,
  };
}
