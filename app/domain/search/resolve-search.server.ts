import { currencyOf, distanceUnitOf } from "#app/domain/places/countries.ts";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import { resolvePlace } from "#app/domain/places/find-places.server.ts";
import { nearestPlace } from "#app/domain/places/nearest-place.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import type { SearchPlace } from "#app/domain/search/result.ts";
import { CURRENCIES } from "#app/domain/search/search-params.ts";
import type { Ignored, SearchParams } from "#app/domain/search/search-params.ts";

export type ResolvedSearch = {
  params: SearchParams;
  place: SearchPlace | null;
  unit: DistanceUnit;
  ignored: Ignored[];
};

/** A place by its name, else by its position; null when neither says where. */
async function findSearchPlace({ near, lat, lng }: SearchParams): Promise<SearchPlace | null> {
  const named = near === "" ? null : await resolvePlace(near);
  if (named) return { lat: named.lat, lng: named.lng, name: placeLabel(named), countryCode: named.countryCode };
  if (lat === null || lng === null) return null;
  const nearest = await nearestPlace(lat, lng);
  const name = nearest ? `your position (near ${nearest.name})` : "the given position";
  return { lat, lng, name, countryCode: nearest?.countryCode ?? null };
}

/** Completes a search: where it looks and which currency it means. What can't be done without those is left out and said. */
export async function resolveSearch(params: SearchParams): Promise<ResolvedSearch> {
  const place = await findSearchPlace(params);
  const ignored: Ignored[] = [];
  const resolved = { ...params };
  if (params.near !== "" && (place === null || place.name.startsWith("your position"))) {
    const isNearMe = /^near ?me$/i.test(params.near);
    const why = isNearMe
      ? "only your browser knows where you are: choose “Use my location”, or type a town"
      : "we don't know this place: try a town, a US ZIP code or the start of a Canadian postal code";
    ignored.push({ param: "near", value: params.near, why });
    resolved.near = "";
  }
  if (params.sort === "distance" && place === null) {
    ignored.push({ param: "sort", value: "distance", why: "sorting by distance needs a place" });
    resolved.sort = "relevance";
  }
  if (params.view === "map") {
    ignored.push({ param: "view", value: "map", why: "there is no map yet, so this is the list" });
    resolved.view = "list";
  }
  const local = place?.countryCode ? currencyOf(place.countryCode) : null;
  const currency = params.currency ?? CURRENCIES.find((known) => known === local) ?? null;
  if (params.priceMax !== null && currency === null) {
    ignored.push({
      param: "price_max",
      value: String(params.priceMax),
      why: "prices are compared within one currency: choose it",
    });
    resolved.priceMax = null;
  }
  if (params.sort === "price" && currency === null) {
    ignored.push({ param: "sort", value: "price", why: "prices are compared within one currency: choose it" });
    resolved.sort = "relevance";
  }
  if (resolved.priceMax !== null || resolved.sort === "price") resolved.currency = currency;
  const unit = place?.countryCode ? distanceUnitOf(place.countryCode) : "km";
  return { params: resolved, place, unit, ignored };
}
