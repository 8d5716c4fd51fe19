/**
 * What a typed "Where?" may mean. "portland, or" is a name and a qualifier; "london canada" may be one name or a name
 * and a country; "75001 Paris" a postal code and a name. Each way to read it is one reading; the gazetteer decides.
 */
import { foldPlaceName } from "#app/domain/places/place-name.ts";

const MAX_PLACE_TEXT = 100;

export type PlaceReading = {
  name: string;
  /** Folded names of areas, all of which must hold. */
  qualifiers: string[];
  /** Set off by a comma, so that the last one may still be incomplete: "leeds, un". */
  isSetOff: boolean;
};

/** Control characters out, at most 100 characters, cut at commas, folded. An empty list when nothing is left. */
export function foldPlaceText(text: string): string[] {
  return Array.from(text.slice(0, 4 * MAX_PLACE_TEXT).replace(/\p{C}/gu, " "))
    .slice(0, MAX_PLACE_TEXT)
    .join("")
    .split(/[,;،，]/)
    .map(foldPlaceName)
    .filter((part) => part !== "");
}

/**
 * The different readings of folded parts, the most literal first. `isArea` says whether words name a country or
 * region; `longestArea` how many words such a name has at most.
 */
export function readPlaceParts(
  parts: string[],
  isArea: (text: string) => boolean,
  longestArea: number,
): PlaceReading[] {
  const readings = new Map<string, PlaceReading>();
  const add = (words: string[], qualifiers: string[], isSetOff: boolean) => {
    const name = words.join(" ");
    const key = [name, ...qualifiers].join();
    readings.set(key, { name, qualifiers, isSetOff: isSetOff || readings.get(key)?.isSetOff === true });
  };
  // More than a few commas are no address of a town, and every part would multiply the work.
  for (let named = Math.min(parts.length, 4); named >= 1; named--) {
    const qualifiers = parts.slice(named);
    const words = parts.slice(0, named).join(" ").split(" ");
    add(words, qualifiers, qualifiers.length > 0);
    for (let taken = 1; taken <= longestArea && taken < words.length; taken++) {
      const area = words.slice(-taken).join(" ");
      if (!isArea(area)) continue;
      const rest = words.slice(0, -taken);
      add(rest, [area, ...qualifiers], false);
      // "portland or usa": one more, of a single word.
      const second = rest.at(-1);
      if (rest.length > 1 && second !== undefined && isArea(second)) {
        add(rest.slice(0, -1), [second, area, ...qualifiers], false);
      }
    }
  }
  return [...readings.values()];
}

/** The parts without words that hold a digit: postal codes that the gazetteer doesn't know. */
export function withoutCodes(parts: string[]): string[] {
  return parts
    .map((part) =>
      part
        .split(" ")
        .filter((word) => !/\d/.test(word))
        .join(" "),
    )
    .filter((part) => part !== "");
}

/**
 * The US ZIP code or Canadian FSA in the parts, folded, with the words around it that aren't part of the code:
 * "beverly hills ca 90210-1234" gives "90210" and beverly, hills, ca. Null when there is none.
 */
export function readPostalCode(parts: string[]): { code: string; otherWords: string[] } | null {
  const words = parts.flatMap((part) => part.split(" "));
  for (const [i, word] of words.entries()) {
    const before = words.slice(0, i);
    const after = words.slice(i + 1);
    if (/^\d{5}$/.test(word)) {
      return { code: word, otherWords: [...before, ...(/^\d{4}$/.test(after[0] ?? "") ? after.slice(1) : after)] };
    }
    if (/^[a-z]\d[a-z](\d[a-z]\d)?$/.test(word)) {
      const hasSecondHalf = word.length === 3 && /^\d([a-z]\d?)?$/.test(after[0] ?? "");
      return { code: word.slice(0, 3), otherWords: [...before, ...(hasSecondHalf ? after.slice(1) : after)] };
    }
  }
  return null;
}
