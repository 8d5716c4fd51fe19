import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { NO_END, checkedUntil, criterionStates, dayNumber } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import type { VerifiableCriterion } from "#app/domain/criteria/criterion.ts";
import { stageOf } from "#app/domain/media/photo.ts";
import { countryName } from "#app/domain/places/countries.ts";
import { RATING_STEPS } from "#app/domain/search/search-params.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Feature, Gender, Treatment } from "#app/domain/technicians/vocabulary.ts";

/**
 * What the search engine holds of one technician: public facts only, flat. The days from which a fact is no longer
 * checked are numbers, so that a filter compares them with today and evidence lapses in search with nobody touching it.
 */
export type TechnicianDocument = {
  id: string;
  name: string;
  studios: string[];
  places: string[];
  treatments: string[];
  concerns: string[];
  about: string;
  bio: string;
  claimed: 0 | 1;
  treatment: Treatment[];
  concern: Concern[];
  skin: number[];
  language: string[];
  feature: Feature[];
  gender: Gender | null;
  ratingMean: number | null;
  ratingScore: number;
  reviewCount: number;
  /** Steps of rating_min that the mean reaches, and ages that some result reaches: what their counts are taken from. */
  ratingAtLeast: string[];
  resultAtLeast: string[];
  /** Lowest declared price per currency, minor units. */
  price: Record<string, number>;
  authorizationUntil: number;
  sterileUntil: number;
  portfolioUntil: number;
  trainingUntil: number;
  checkedCount: number;
  publishedAt: number;
} & Position;

/** The first three places of work; separate numbers, because a list would mix the latitude of one with the longitude of another. */
export type Position = Partial<Record<"lat" | "lng" | "lat2" | "lng2" | "lat3" | "lng3", number>>;

/** What every technician is found by: who types it means all of them. */
export const ABOUT_EVERYBODY = "SMP scalp micropigmentation technician";

/** Stand for "does not run out" and "never was". */
export const NEVER_EXPIRES = dayNumber(NO_END);
const NEVER_CHECKED = -1;

/** A technician as loaded from the database for indexing. */
export type TechnicianFacts = {
  id: string;
  name: string;
  status: "published" | "unclaimed";
  bio: string;
  treatments: Treatment[];
  concerns: Concern[];
  skinTypes: number[];
  languages: string[];
  gender: Gender | null;
  ratingMean: number | null;
  ratingScore: number;
  reviewCount: number;
  publishedAt: string;
  premises: {
    name: string;
    city: string;
    region: string | null;
    countryCode: string;
    postcode: string | null;
    lat: number;
    lng: number;
    features: Feature[];
  }[];
  prices: { currency: string; amount: number }[];
  oldestResultDays: number | null;
  criteria: CriteriaFacts;
};

function untilNumber(facts: CriteriaFacts, criterion: VerifiableCriterion): number {
  const until = checkedUntil(facts, criterion);
  return until === null ? NEVER_CHECKED : dayNumber(until);
}

function positions(premises: TechnicianFacts["premises"]): Position {
  const [first, second, third] = premises;
  return {
    ...(first && { lat: first.lat, lng: first.lng }),
    ...(second && { lat2: second.lat, lng2: second.lng }),
    ...(third && { lat3: third.lat, lng3: third.lng }),
  };
}

/** The document of a visible technician; `today` only decides the number of criteria that count as checked. */
export function technicianDocument(facts: TechnicianFacts, today: Day): TechnicianDocument {
  const unique = <T>(values: T[]) => [...new Set(values)];
  const oldest = facts.oldestResultDays === null ? null : stageOf(facts.oldestResultDays);
  const ages = ["fresh", "healed", "settled", "aged"] as const;
  const price: Record<string, number> = {};
  for (const { currency, amount } of facts.prices) price[currency] = Math.min(price[currency] ?? Infinity, amount);
  const states = criterionStates(facts.criteria, today);
  return {
    id: facts.id,
    name: facts.name,
    studios: unique(facts.premises.map((premises) => premises.name)),
    places: unique(
      facts.premises.flatMap(({ city, region, countryCode, postcode }) => [
        city,
        ...(region ? [region] : []),
        countryName(countryCode),
        ...(postcode ? [postcode] : []),
      ]),
    ),
    treatments: facts.treatments.map((key) => TREATMENTS[key]),
    concerns: facts.concerns.map((key) => CONCERNS[key]),
    about: ABOUT_EVERYBODY,
    bio: facts.bio,
    claimed: facts.status === "published" ? 1 : 0,
    treatment: facts.treatments,
    concern: facts.concerns,
    skin: facts.skinTypes,
    language: facts.languages,
    feature: unique(facts.premises.flatMap((premises) => premises.features)),
    gender: facts.gender,
    ratingMean: facts.ratingMean,
    ratingScore: facts.ratingScore,
    reviewCount: facts.reviewCount,
    ratingAtLeast: RATING_STEPS.filter((step) => (facts.ratingMean ?? 0) >= step).map(String),
    resultAtLeast: oldest === null ? [] : ages.slice(1, ages.indexOf(oldest as (typeof ages)[number]) + 1),
    price,
    authorizationUntil: untilNumber(facts.criteria, "authorization"),
    sterileUntil: untilNumber(facts.criteria, "sterile"),
    portfolioUntil: untilNumber(facts.criteria, "portfolio"),
    trainingUntil: untilNumber(facts.criteria, "training"),
    checkedCount: CRITERION_KEYS.filter((criterion) => states[criterion] === "checked").length,
    publishedAt: Math.floor(Date.parse(facts.publishedAt) / 1000),
    ...positions(facts.premises),
  };
}
