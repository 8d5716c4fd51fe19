/**
 * A place is what someone means by "Where?": a town, city or district, or the area of a US ZIP code or of the first
 * half of a Canadian postal code, with a point to measure from. It has no states; the list of places is fixed at
 * build time (`gazetteer/SOURCES.md`). Where a technician works is a premises, not a place.
 */
import { countryName } from "#app/domain/places/countries.ts";
import type { LatLng } from "#app/domain/places/distance.ts";

export type Place = LatLng & {
  /** Stable from build to build: "geonames:2644688", "zip:90210", "fsa:M5V". */
  id: string;
  /** As shown: "Leeds", "Beverly Hills 90210". */
  name: string;
  /** State, province or country of the Union, in English; null where the gazetteer doesn't name it. */
  region: string | null;
  countryCode: string;
  /** Inhabitants; 0 for postal areas, whose population isn't known. */
  population: number;
};

/** "Leeds, England, United Kingdom", without saying the same word twice: "Berlin, Germany", "Singapore". */
export function placeLabel(place: Pick<Place, "name" | "region" | "countryCode">, locale = "en"): string {
  const parts = [place.name, place.region, countryName(place.countryCode, locale)];
  return parts.filter((part, i) => part !== null && part !== "" && parts.indexOf(part) === i).join(", ");
}
