import { coverCircle, distanceKm } from "#app/domain/places/distance.ts";
import type { LatLng } from "#app/domain/places/distance.ts";
import { askEngine } from "#app/domain/search/ask-engine.server.ts";
import { boxesFilter, quote } from "#app/domain/search/filter.ts";
import type { Filter } from "#app/domain/search/filter.ts";
import { HIT_ATTRIBUTES, MAX_HITS } from "#app/domain/search/result.ts";
import type { Hit } from "#app/domain/search/result.ts";

/** Strips that a circle is cut into: enough that little lies between the boxes and the circle. */
const STRIPS = 8;

/** Distance to the nearest of a technician's places of work, in kilometres; infinite without any. */
export function distanceFrom(place: LatLng, hit: Hit): number {
  const positions = [
    [hit.lat, hit.lng],
    [hit.lat2, hit.lng2],
    [hit.lat3, hit.lng3],
  ];
  return Math.min(
    ...positions.map(([lat, lng]) =>
      lat === undefined || lng === undefined ? Infinity : distanceKm(place, { lat, lng }),
    ),
  );
}

/**
 * A filter for "within this many kilometres", exact although the engine knows only boxes: strips cover the circle, and
 * the few technicians that lie in a strip but outside the circle are looked up and left out by name.
 */
export async function areaFilter(place: LatLng, radiusKm: number, signal?: AbortSignal): Promise<Filter> {
  const { outer, inner } = coverCircle(place, radiusKm, STRIPS);
  const cover = boxesFilter(outer);
  const ring: Filter = inner.length > 0 ? [cover, `NOT (${boxesFilter(inner)})`] : [cover];
  const ask = { q: "", filter: ring, limit: MAX_HITS, attributesToRetrieve: HIT_ATTRIBUTES };
  const [answer] = await askEngine([ask], signal);
  const outside = (answer?.hits ?? []).filter((hit) => distanceFrom(place, hit) > radiusKm);
  if (outside.length === 0) return [cover];
  return [cover, `id NOT IN [${outside.map((hit) => quote(hit.id)).join(", ")}]`];
}

/**
 * The nearest matches, claimed profiles first. A large area is searched by growing circles, so that the first page
 * never reads more than it shows by much; `needed` is how many matches the wanted page and those before it hold.
 */
export async function nearestFirst(
  place: LatLng,
  radiusKm: number,
  needed: number,
  query: { q: string; filter: Filter; matchingStrategy: "all" | "last" },
  signal?: AbortSignal,
): Promise<Hit[]> {
  const claimed = await nearest(
    place,
    radiusKm,
    needed,
    { ...query, filter: [...query.filter, "claimed = 1"] },
    signal,
  );
  if (claimed.length >= needed) return claimed;
  const rest = needed - claimed.length;
  return [
    ...claimed,
    ...(await nearest(place, radiusKm, rest, { ...query, filter: [...query.filter, "claimed = 0"] }, signal)),
  ];
}

async function nearest(
  place: LatLng,
  radiusKm: number,
  needed: number,
  query: { q: string; filter: Filter; matchingStrategy: "all" | "last" },
  signal?: AbortSignal,
): Promise<Hit[]> {
  for (const share of [1 / 16, 1 / 4, 1]) {
    const radius = radiusKm * share;
    const filter =
      share === 1 ? query.filter : [boxesFilter(coverCircle(place, radius, STRIPS).outer), ...query.filter];
    const ask = { ...query, filter, limit: MAX_HITS, attributesToRetrieve: HIT_ATTRIBUTES };
    const [answer] = await askEngine([ask], signal);
    const near = (answer?.hits ?? [])
      .map((hit) => ({ hit, distance: distanceFrom(place, hit) }))
      .filter(({ distance }) => distance <= radius)
      .sort((a, b) => a.distance - b.distance || (a.hit.id < b.hit.id ? -1 : 1));
    if (near.length >= needed || share === 1) return near.slice(0, needed).map(({ hit }) => hit);
  }
  return [];
}
