import { distanceKm } from "#app/domain/places/distance.ts";
import { DEGREE_STEPS } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import { loadGazetteer } from "#app/domain/places/gazetteer/load-gazetteer.server.ts";
import { placeAt } from "#app/domain/places/gazetteer/look-up-keys.ts";
import type { Place } from "#app/domain/places/place.ts";

/** Further than this from any town, saying "near" it would be untrue. */
const MAX_KM = 100;
const KM_PER_DEGREE = 111.1;
/** How much further away a place may be for being ten times as large: people in Westminster say London. */
const KM_PER_TENFOLD = 1.5;
/** No place has more than 10^8 inhabitants. */
const MAX_HEAD_START_KM = 8 * KM_PER_TENFOLD;

/**
 * The town to name when someone shares where they are: the nearest, but of a city and its district the city. Postal
 * areas are never the answer: they say more about where someone is than a page needs to. Null at sea, in deserts and
 * for coordinates that are none.
 */
export async function nearestPlace(lat: number, lng: number): Promise<Place | null> {
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null;
  const { gazetteer } = await loadGazetteer();
  let best = -1;
  let bestKm = Infinity;
  for (let row = 0; row < gazetteer.placeCount; row++) {
    const rowLat = (gazetteer.lat[row] ?? 0) / DEGREE_STEPS;
    // Most rows are ruled out by their latitude alone, which costs a subtraction.
    const leastKm = Math.abs(rowLat - lat) * KM_PER_DEGREE;
    if (leastKm > MAX_KM || leastKm - MAX_HEAD_START_KM >= bestKm || gazetteer.kind[row] !== 0) continue;
    const km = distanceKm({ lat, lng }, { lat: rowLat, lng: (gazetteer.lng[row] ?? 0) / DEGREE_STEPS });
    const countedKm = km - KM_PER_TENFOLD * Math.log10((gazetteer.population[row] ?? 0) + 1);
    if (km <= MAX_KM && countedKm < bestKm) {
      best = row;
      bestKm = countedKm;
    }
  }
  return best === -1 ? null : placeAt(gazetteer, best);
}
