import { commonAreas } from "#app/domain/places/gazetteer/area-names.ts";
import { loadGazetteer, type LoadedGazetteer } from "#app/domain/places/gazetteer/load-gazetteer.server.ts";
import {
  placeAt,
  postalRow,
  visitKeysBeginning,
  visitKeysOneTypoAway,
} from "#app/domain/places/gazetteer/look-up-keys.ts";
import { createRanking, MIN_PARTIAL_LETTERS, type RankedPlace } from "#app/domain/places/gazetteer/rank-places.ts";
import type { LatLng } from "#app/domain/places/distance.ts";
import { foldPlaceName } from "#app/domain/places/place-name.ts";
import { foldPlaceText, readPlaceParts, readPostalCode, withoutCodes } from "#app/domain/places/place-query.ts";
import type { Place } from "#app/domain/places/place.ts";

const DEFAULT_LIMIT = 8;
const MAX_LIMIT = 20;
/** Shorter words have too many neighbours for a guess to be worth anything. */
const MIN_TYPO_LETTERS = 5;
/** A larger city elsewhere may be meant by a name that is also a country or region: "Washington". */
const WELL_KNOWN_POPULATION = 100_000;
/** Each reading with a typo costs a look at every key. */
const MAX_TYPO_READINGS = 4;

export type FindPlacesOptions = {
  /** At most 20; 8 unless told. */
  limit?: number;
  /** Places near this point come sooner: for London in Ontario a larger London abroad must wait. */
  nearTo?: LatLng;
};

type Match = RankedPlace & { hasTypo: boolean };

/**
 * Places for what someone has typed so far, best first: whole names before beginnings of names, larger before
 * smaller; one typo is forgiven in five letters or more when nothing else matches. Any text at all is fine; nothing
 * found is an empty list. Rejects only when the gazetteer itself can't be read.
 */
export async function findPlaces(text: string, options: FindPlacesOptions = {}): Promise<Place[]> {
  const limit = Math.min(MAX_LIMIT, Math.max(1, Math.floor(options.limit ?? DEFAULT_LIMIT) || 1));
  const matches = await matchPlaces(text, options.nearTo);
  return matches.slice(0, limit).map(({ place }) => place);
}

/**
 * The one place that a finished text means, or null when nothing is close enough: fewer than three letters of a name,
 * part of a postal code, a typo in half a name, or only the name of a country or region, which is no point to measure
 * from.
 */
export async function resolvePlace(text: string): Promise<Place | null> {
  const [best] = await matchPlaces(text);
  if (!best) return null;
  const { place, closeness, hasTypo } = best;
  const parts = foldPlaceText(text);
  const isTown = place.id.startsWith("geonames:");
  if (closeness === "partial" && (hasTypo || !isTown || (parts[0] ?? "").length < MIN_PARTIAL_LETTERS)) return null;
  const { areas, gazetteer } = await loadGazetteer();
  const typed = parts.join(" ");
  const area = isLongName(typed) ? areas.named(typed) : null;
  if (!area) return place;
  const isInside = gazetteer.areas.some(
    ({ countryCode, region }, i) =>
      area[i] === 1 && countryCode === place.countryCode && region === (place.region ?? ""),
  );
  return closeness === "exact" && (isInside || place.population >= WELL_KNOWN_POPULATION) ? place : null;
}

async function matchPlaces(text: string, nearTo?: LatLng): Promise<Match[]> {
  const parts = foldPlaceText(text);
  if (parts.length === 0) return [];
  const loaded = await loadGazetteer();
  const postal = matchPostalCode(loaded, parts);
  if (postal) return [postal];
  const named = withoutCodes(parts);
  const attempts = [
    () => matchReadings(loaded, parts, false, nearTo),
    () => (named.join() === parts.join() ? [] : matchReadings(loaded, named, false, nearTo)),
    () => matchReadings(loaded, named, true, nearTo),
  ];
  for (const attempt of attempts) {
    const matches = attempt();
    if (matches.length > 0) return matches;
  }
  return [];
}

/** A code counts when nothing beside it contradicts it: "75001 Paris" is not in Texas. */
function matchPostalCode({ gazetteer }: LoadedGazetteer, parts: string[]): Match | null {
  const postal = readPostalCode(parts);
  const row = postal ? postalRow(gazetteer, postal.code) : -1;
  if (!postal || row === -1) return null;
  const place = placeAt(gazetteer, row);
  const abbreviation = gazetteer.areas[gazetteer.area[row] ?? 0]?.abbreviation ?? "";
  const countries = [place.countryCode, ...(gazetteer.countries[place.countryCode] ?? [])];
  const known = [place.name, place.region ?? "", abbreviation, ...countries];
  const words = new Set(known.flatMap((name) => foldPlaceName(name).split(" ")));
  if (postal.otherWords.some((word) => !words.has(word))) return null;
  return { place, closeness: "exact", hasTypo: false };
}

function matchReadings({ gazetteer, areas }: LoadedGazetteer, parts: string[], hasTypo: boolean, nearTo?: LatLng) {
  const ranking = createRanking(gazetteer, nearTo);
  const readings = readPlaceParts(parts, (words) => areas.named(words) !== null, areas.longest).filter(
    ({ name }) => !hasTypo || name.replaceAll(" ", "").length >= MIN_TYPO_LETTERS,
  );
  for (const { name, qualifiers, isSetOff } of hasTypo ? readings.slice(0, MAX_TYPO_READINGS) : readings) {
    const sets = qualifiers.map((qualifier, i) =>
      isSetOff && i === qualifiers.length - 1 ? areas.beginning(qualifier) : areas.named(qualifier),
    );
    const known = sets.filter((set) => set !== null);
    if (known.length < sets.length) continue;
    const within = commonAreas(known);
    // A qualifier run on without a comma must not complete half a word, nor a country's own name a town elsewhere.
    const isWhole = within !== null && !isSetOff;
    const ownArea = !within && isLongName(name) ? areas.named(name) : null;
    const look = hasTypo ? visitKeysOneTypoAway : visitKeysBeginning;
    look(gazetteer, name, within, (row, closeness) => {
      if (isWhole && closeness === "partial") return;
      if (ownArea && (hasTypo || closeness !== "exact") && ownArea[gazetteer.area[row] ?? 0] !== 1) return;
      ranking.offer(row, closeness, name.length);
    });
  }
  return ranking.best(MAX_LIMIT).map((ranked) => ({ ...ranked, hasTypo }));
}

/** Two or three letters are an abbreviation, and too often the beginning of a town, to be taken for a country. */
function isLongName(name: string): boolean {
  return name.length > MIN_PARTIAL_LETTERS;
}
