/** The best of many matches: closer names before beginnings, larger places before smaller, near before far. */
import { distanceKm, type LatLng } from "#app/domain/places/distance.ts";
import { DEGREE_STEPS, type Gazetteer } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import { placeAt, type Closeness } from "#app/domain/places/gazetteer/look-up-keys.ts";
import type { Place } from "#app/domain/places/place.ts";

/** With fewer letters, the beginning of a large city is likelier meant than a village of that very name. */
export const MIN_PARTIAL_LETTERS = 3;
/** Enough to fill a list after places that read the same are dropped from it. */
const MAX_KEPT = 80;
/** At this distance from `nearTo` a place counts half. */
const NEAR_KM = 50;

export type RankedPlace = { place: Place; closeness: Closeness };
type Candidate = { row: number; closeness: Closeness; score: number };

export type Ranking = {
  /** `letters`: how long the name is that matched so. A row offered again counts with its better match. */
  offer: (row: number, closeness: Closeness, letters: number) => void;
  /** The best, without any whose name, region and country read like those of a better one: nobody could tell them apart. */
  best: (limit: number) => RankedPlace[];
};

export function createRanking(gazetteer: Gazetteer, nearTo?: LatLng): Ranking {
  const origin = nearTo && Number.isFinite(nearTo.lat) && Number.isFinite(nearTo.lng) ? nearTo : null;
  const kept: Candidate[] = [];

  const offer = (row: number, closeness: Closeness, letters: number) => {
    let score = sizeScore(gazetteer, row) + closenessScore(closeness, letters);
    const worst = kept.length < MAX_KEPT ? undefined : kept.at(-1);
    // Distance only ever lowers a score, so it needn't be known of those that are out already.
    if (worst && score <= worst.score) return;
    if (origin) score -= Math.log1p(distanceKm(origin, pointAt(gazetteer, row)) / NEAR_KM);
    if (worst && score <= worst.score) return;
    const same = kept.findIndex((candidate) => candidate.row === row);
    if (same !== -1) {
      if ((kept[same]?.score ?? 0) >= score) return;
      kept.splice(same, 1);
    }
    const at = kept.findIndex((candidate) => candidate.score < score);
    kept.splice(at === -1 ? kept.length : at, 0, { row, closeness, score });
    if (kept.length > MAX_KEPT) kept.pop();
  };

  const best = (limit: number) => {
    const distinct = new Map<string, RankedPlace>();
    for (const { row, closeness } of kept) {
      if (distinct.size >= limit) break;
      const place = placeAt(gazetteer, row);
      const label = `${place.name}|${place.region ?? ""}|${place.countryCode}`;
      if (!distinct.has(label)) distinct.set(label, { place, closeness });
    }
    return [...distinct.values()];
  };

  return { offer, best };
}

/** Logarithms, so that closeness and distance act as factors on the population. */
function sizeScore(gazetteer: Gazetteer, row: number): number {
  return Math.log((gazetteer.population[row] ?? 0) + 500);
}

/** From four letters on, whole names and whole words always come before a name whose last word is cut short. */
function closenessScore(closeness: Closeness, letters: number): number {
  if (closeness === "exact") return Math.log(50);
  if (closeness === "words") return 0;
  return letters > MIN_PARTIAL_LETTERS ? -100 : -Math.log(20);
}

function pointAt(gazetteer: Gazetteer, row: number): LatLng {
  return { lat: (gazetteer.lat[row] ?? 0) / DEGREE_STEPS, lng: (gazetteer.lng[row] ?? 0) / DEGREE_STEPS };
}
