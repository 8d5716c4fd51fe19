import { criterionInSentence } from "#app/domain/criteria/criterion.ts";
import { formatDistance } from "#app/domain/places/distance.ts";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import { DEFAULT_RADIUS_KM, RESULT_AGES, searchHref } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";
import { CONCERNS, FEATURES, GENDERS, LANGUAGES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";

/** One thing that narrows a search, and the search without it. */
export type ActiveFilter = { label: string; without: Partial<SearchParams> };
export type FilterChip = { label: string; href: string };

/** How far a search looks, in the unit of the place: "50 km", "31 mi". */
export function radiusLabel(radiusKm: number, unit: DistanceUnit): string {
  return `Within ${formatDistance(radiusKm, unit)}`;
}

/** Everything that narrows a search, in the order of the page. `placeName` is what the place is called, if any. */
export function activeFilters(
  params: SearchParams,
  placeName: string | null,
  unit: DistanceUnit = "km",
): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  if (params.q !== "") filters.push({ label: `“${params.q}”`, without: { q: "" } });
  if (placeName !== null) {
    filters.push({
      label: `${radiusLabel(params.radius, unit)} of ${placeName}`,
      without: {
        near: "",
        lat: null,
        lng: null,
        radius: DEFAULT_RADIUS_KM,
        ...(params.sort === "distance" && { sort: "relevance" }),
      },
    });
  }
  const each = <K extends "treatment" | "concern" | "skin" | "verified" | "language" | "feature">(
    key: K,
    label: (value: SearchParams[K][number]) => string,
  ) => {
    for (const value of params[key]) {
      const rest = (params[key] as SearchParams[K][number][]).filter((item) => item !== value);
      filters.push({ label: label(value), without: { [key]: rest } });
    }
  };
  each("treatment", (value) => TREATMENTS[value]);
  each("concern", (value) => CONCERNS[value]);
  each("skin", (value) => `Skin type ${value}`);
  each("verified", (value) => `Checked: ${criterionInSentence(value)}`);
  each("language", (value) => LANGUAGES[value]);
  each("feature", (value) => FEATURES[value]);
  if (params.gender) filters.push({ label: GENDERS[params.gender], without: { gender: null } });
  if (params.ratingMin) filters.push({ label: `Rated ${params.ratingMin} or more`, without: { ratingMin: null } });
  if (params.priceMax && params.currency) {
    filters.push({ label: `Up to ${params.priceMax} ${params.currency}`, without: { priceMax: null } });
  }
  if (params.result) filters.push({ label: RESULT_AGES[params.result], without: { result: null } });
  if (params.isClaimedOnly) filters.push({ label: "Only claimed profiles", without: { isClaimedOnly: false } });
  return filters;
}

/** The same as links that take one filter away. */
export function filterChips(params: SearchParams, placeName: string | null, unit: DistanceUnit): FilterChip[] {
  return activeFilters(params, placeName, unit).map(({ label, without }) => ({
    label,
    href: searchHref(params, without),
  }));
}
