import { VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { VerifiableCriterion } from "#app/domain/criteria/criterion.ts";
import { CONCERNS, FEATURES, GENDERS, LANGUAGES, SKIN_TYPES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Feature, Gender, Language, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";

/**
 * What a search asks for, read from the address. Unknown or bad values never fail: they are left out and named in
 * `ignored`, so that the page can say so. Kinds combine with AND; inside treatment, concern, skin and language any
 * value will do; inside verified and feature all are needed.
 */
export type SearchParams = {
  q: string;
  near: string;
  lat: number | null;
  lng: number | null;
  /** Kilometres. */
  radius: number;
  treatment: Treatment[];
  concern: Concern[];
  skin: SkinType[];
  verified: VerifiableCriterion[];
  language: Language[];
  feature: Feature[];
  gender: Gender | null;
  ratingMin: number | null;
  /** Whole units of `currency`, as typed. */
  priceMax: number | null;
  currency: string | null;
  result: ResultAge | null;
  sort: Sort;
  page: number;
  view: View;
  isClaimedOnly: boolean;
};

export const RESULT_AGES = {
  healed: "Healed (28 days or more)",
  settled: "Settled (6 months or more)",
  aged: "Aged (24 months or more)",
} as const;
export type ResultAge = keyof typeof RESULT_AGES;

export const SORTS = {
  relevance: "Relevance",
  rating: "Rating",
  distance: "Distance",
  reviews: "Number of reviews",
  price: "Price, lowest first",
  newest: "Newest profiles",
} as const;
export type Sort = keyof typeof SORTS;

export type View = "list" | "map";
export const CURRENCIES = ["GBP", "USD", "EUR", "CAD", "AUD", "NZD", "CHF", "SEK", "DKK", "NOK", "PLN"] as const;
export const RATING_STEPS = [4.5, 4, 3.5, 3] as const;
export const RADIUS_STEPS = [10, 25, 50, 100, 200] as const;
export const DEFAULT_RADIUS_KM = 50;
const MAX_RADIUS_KM = 500;
/** Deep paging serves scrapers, not people: beyond this, narrow the search. */
export const MAX_PAGE = 200;
const MAX_TEXT = 200;

export type Ignored = { param: string; value: string; why: string };

const KNOWN = [
  ...["q", "near", "lat", "lng", "radius", "treatment", "concern", "skin", "verified", "language", "feature"],
  ...["gender", "rating_min", "price_max", "currency", "result", "sort", "page", "view", "claimed"],
];

/** Text as people type it: composed, without control and bidirectional-override characters, cut at 200 characters. */
export function cleanText(value: string): string {
  return value
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_TEXT);
}

/** Reads the address of a search page. Never throws, whatever is in it. */
export function parseSearchParams(query: URLSearchParams): { params: SearchParams; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const ignore = (param: string, value: string, why: string) => {
    if (ignored.length < 12) ignored.push({ param, value: cleanText(value).slice(0, 60), why });
  };
  for (const key of new Set(query.keys())) {
    if (!KNOWN.includes(key)) ignore(cleanText(key).slice(0, 40), query.get(key) ?? "", "there is no such filter");
  }
  const single = (param: string): string | null => {
    const values = query.getAll(param).filter((value) => value.trim() !== "");
    for (const extra of values.slice(1)) ignore(param, extra, "only one value is taken");
    return values[0] ?? null;
  };
  const text = (param: string): string => {
    const raw = single(param) ?? "";
    if (raw.length > MAX_TEXT) ignore(param, raw, `only the first ${MAX_TEXT} characters are used`);
    return cleanText(raw);
  };
  const many = <K extends string | number>(param: string, allowed: readonly K[]): K[] => {
    const chosen = new Set<K>();
    for (const value of query.getAll(param).filter((item) => item !== "")) {
      const known = allowed.find((item) => String(item) === value);
      if (known === undefined) ignore(param, value, "there is no such choice");
      else chosen.add(known);
    }
    return allowed.filter((item) => chosen.has(item));
  };
  const one = <K extends string>(param: string, allowed: readonly K[]): K | null => {
    const raw = single(param);
    if (raw === null) return null;
    const known = allowed.find((item) => item === raw);
    if (known === undefined) ignore(param, raw, "there is no such choice");
    return known ?? null;
  };
  const number = (param: string, low: number, high: number): number | null => {
    const raw = single(param);
    if (raw === null) return null;
    const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(raw.trim()) ? Number(raw) : NaN;
    if (value >= low && value <= high) return value;
    ignore(param, raw, `it is not a number from ${low} to ${high}`);
    return null;
  };
  const whole = (param: string, low: number, high: number): number | null => {
    const value = number(param, low, high);
    if (value === null || Number.isInteger(value)) return value;
    ignore(param, String(value), "it is not a whole number");
    return null;
  };

  let lat = number("lat", -90, 90);
  let lng = number("lng", -180, 180);
  if ((lat === null) !== (lng === null)) {
    ignore(lat === null ? "lng" : "lat", String(lat ?? lng), "a position needs both lat and lng");
    lat = lng = null;
  }
  const params: SearchParams = {
    q: text("q"),
    near: text("near"),
    lat,
    lng,
    radius: number("radius", 1, MAX_RADIUS_KM) ?? DEFAULT_RADIUS_KM,
    treatment: many("treatment", Object.keys(TREATMENTS) as Treatment[]),
    concern: many("concern", Object.keys(CONCERNS) as Concern[]),
    skin: many("skin", SKIN_TYPES),
    verified: many("verified", VERIFIABLE_CRITERIA),
    language: many("language", Object.keys(LANGUAGES) as Language[]),
    feature: many("feature", Object.keys(FEATURES) as Feature[]),
    gender: one("gender", Object.keys(GENDERS) as Gender[]),
    ratingMin: number("rating_min", 1, 5),
    priceMax: number("price_max", 1, 1_000_000),
    currency: one("currency", CURRENCIES),
    result: one("result", Object.keys(RESULT_AGES) as ResultAge[]),
    sort: one("sort", Object.keys(SORTS) as Sort[]) ?? "relevance",
    page: whole("page", 1, MAX_PAGE) ?? 1,
    view: one("view", ["list", "map"] as const) ?? "list",
    isClaimedOnly: one("claimed", ["1"] as const) === "1",
  };
  return { params, ignored };
}

/** The address of a search, with only what differs from the defaults and always in the same order. */
export function searchQuery(params: SearchParams): URLSearchParams {
  const query = new URLSearchParams();
  const add = (key: string, value: string | number | null) => {
    if (value !== null && value !== "") query.append(key, String(value));
  };
  add("q", params.q);
  add("near", params.near);
  add("lat", params.lat);
  add("lng", params.lng);
  if (params.radius !== DEFAULT_RADIUS_KM) add("radius", params.radius);
  for (const key of ["treatment", "concern", "skin", "verified", "language", "feature"] as const) {
    for (const value of params[key]) add(key, value);
  }
  add("gender", params.gender);
  add("rating_min", params.ratingMin);
  add("price_max", params.priceMax);
  add("currency", params.currency);
  add("result", params.result);
  if (params.isClaimedOnly) add("claimed", 1);
  if (params.sort !== "relevance") add("sort", params.sort);
  if (params.page > 1) add("page", params.page);
  if (params.view !== "list") add("view", params.view);
  return query;
}

/** Link to the same search with something changed. Any change but the page goes back to the first page. */
export function searchHref(params: SearchParams, change: Partial<SearchParams>): string {
  const query = searchQuery({ ...params, page: 1, ...change }).toString();
  return query === "" ? "/technicians" : `/technicians?${query}`;
}
