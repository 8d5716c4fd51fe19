/** Looking up folded names among the gazetteer's sorted keys, and turning a row of its columns into a place. */
import type { AreaSet } from "#app/domain/places/gazetteer/area-names.ts";
import { DEGREE_STEPS, PLACE_KINDS, type Gazetteer } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import type { Place } from "#app/domain/places/place.ts";

/** How much of a key was typed: all of it, whole words of it, or a word cut short. */
export type Closeness = "exact" | "words" | "partial";
/** Told of each match instead of collecting them: one letter begins fifteen thousand keys. */
export type VisitMatch = (row: number, closeness: Closeness) => void;

const SPACE = 0x20;
const decoder = new TextDecoder();

/** Visits every key that begins with the text, in the areas given (null: anywhere). A place may come more than once. */
export function visitKeysBeginning(gazetteer: Gazetteer, text: string, areas: AreaSet | null, visit: VisitMatch): void {
  const wanted = Buffer.from(text, "latin1");
  for (let key = firstKeyFrom(gazetteer, wanted); key < gazetteer.keyCount; key++) {
    const start = gazetteer.keyStart[key] ?? 0;
    const end = gazetteer.keyStart[key + 1] ?? 0;
    if (!continuesWith(gazetteer.keys, start, end, wanted, 0)) break;
    visitKey(gazetteer, key, start + wanted.length, end, areas, visit);
  }
}

/**
 * Visits every key that begins with the text once one letter of it is changed, left out, put in or swapped with the
 * next. Reads every key: a few milliseconds.
 */
export function visitKeysOneTypoAway(
  gazetteer: Gazetteer,
  text: string,
  areas: AreaSet | null,
  visit: VisitMatch,
): void {
  const wanted = Buffer.from(text, "latin1");
  const { keys, keyStart } = gazetteer;
  let end = 0;
  for (let key = 0; key < gazetteer.keyCount; key++) {
    const start = end;
    end = keyStart[key + 1] ?? 0;
    // A key may be one letter shorter than the text, no more.
    if (end - start + 1 < wanted.length) continue;
    const matchedTo = endOfOneTypo(keys, start, end, wanted);
    if (matchedTo !== -1) visitKey(gazetteer, key, matchedTo, end, areas, visit);
  }
}

/** The row of the postal area with exactly this folded code, or -1. */
export function postalRow(gazetteer: Gazetteer, code: string): number {
  let found = -1;
  visitKeysBeginning(gazetteer, code, null, (row, closeness) => {
    if (closeness === "exact" && gazetteer.kind[row] !== 0) found = row;
  });
  return found;
}

export function placeAt(gazetteer: Gazetteer, row: number): Place {
  const kind = PLACE_KINDS[gazetteer.kind[row] ?? 0] ?? "geonames";
  const sourceId = gazetteer.sourceId[row] ?? 0;
  const area = gazetteer.areas[gazetteer.area[row] ?? 0];
  const name = decoder.decode(gazetteer.names.subarray(gazetteer.nameStart[row], gazetteer.nameStart[row + 1]));
  const code =
    kind === "zip" ? String(sourceId).padStart(5, "0") : kind === "fsa" ? sourceId.toString(36).toUpperCase() : "";
  return {
    id: `${kind}:${code || sourceId}`,
    name: code ? `${name} ${code}` : name,
    region: area?.region || null,
    countryCode: area?.countryCode ?? "",
    lat: (gazetteer.lat[row] ?? 0) / DEGREE_STEPS,
    lng: (gazetteer.lng[row] ?? 0) / DEGREE_STEPS,
    population: gazetteer.population[row] ?? 0,
  };
}

function visitKey(
  gazetteer: Gazetteer,
  key: number,
  matchedTo: number,
  end: number,
  areas: AreaSet | null,
  visit: VisitMatch,
): void {
  const row = gazetteer.keyPlace[key] ?? 0;
  if (areas && areas[gazetteer.area[row] ?? 0] !== 1) return;
  visit(row, matchedTo === end ? "exact" : gazetteer.keys[matchedTo] === SPACE ? "words" : "partial");
}

function firstKeyFrom({ keys, keyStart, keyCount }: Gazetteer, wanted: Uint8Array): number {
  let low = 0;
  let high = keyCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(keys, keyStart[middle] ?? 0, keyStart[middle + 1] ?? 0, wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(keys: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) {
    if (start + i >= end) return true;
    const difference = (keys[start + i] ?? 0) - (wanted[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Does the key from `at` on begin with the text from `from` on? */
function continuesWith(keys: Uint8Array, at: number, end: number, wanted: Uint8Array, from: number): boolean {
  if (end - at < wanted.length - from) return false;
  for (let i = from; i < wanted.length; i++) {
    if (keys[at + i - from] !== wanted[i]) return false;
  }
  return true;
}

/**
 * Where in the key the text ends once its one typo is put right, or -1 when that takes more than one. Where there are
 * several ways, the one that leaves least of the key over: "toronot" is a swap in Toronto, not a letter too many.
 */
function endOfOneTypo(keys: Uint8Array, start: number, end: number, wanted: Uint8Array): number {
  const length = wanted.length;
  let same = 0;
  while (same < length && start + same < end && keys[start + same] === wanted[same]) same++;
  const at = start + same;
  if (same === length) return at;
  if (at < end && continuesWith(keys, at + 1, end, wanted, same)) return start + length + 1;
  if (at < end && continuesWith(keys, at + 1, end, wanted, same + 1)) return start + length;
  const isSwapped = at + 1 < end && keys[at] === wanted[same + 1] && keys[at + 1] === wanted[same];
  if (isSwapped && continuesWith(keys, at + 2, end, wanted, same + 2)) return start + length;
  return continuesWith(keys, at, end, wanted, same + 1) ? start + length - 1 : -1;
}
