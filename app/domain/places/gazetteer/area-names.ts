/**
 * The words after a place name that say which one is meant: "uk", "or", "ontario", "deutschland". Each stands for a
 * set of the gazetteer's areas; "ca" is both Canada and California, and the population decides.
 */
import type { Gazetteer } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import { foldPlaceName } from "#app/domain/places/place-name.ts";

/** One flag for each area: may a place be there? */
export type AreaSet = Uint8Array;
export type AreaNames = {
  /** Words of the longest name: how many trailing words are worth trying. */
  longest: number;
  /** The areas with exactly this folded name, code or abbreviation. */
  named: (text: string) => AreaSet | null;
  /** As `named`, or else every area whose name begins so: for a qualifier that is still being typed. */
  beginning: (text: string) => AreaSet | null;
};

export function createAreaNames({ areas, countries }: Pick<Gazetteer, "areas" | "countries">): AreaNames {
  const areasByName = new Map<string, number[]>();
  const add = (name: string, area: number) => {
    const known = areasByName.get(name);
    if (known) known.push(area);
    else if (name !== "") areasByName.set(name, [area]);
  };
  areas.forEach(({ countryCode, region, abbreviation }, area) => {
    add(countryCode.toLowerCase(), area);
    for (const name of countries[countryCode] ?? []) add(name, area);
    if (region !== "") add(foldPlaceName(region), area);
    add(abbreviation.toLowerCase(), area);
  });
  const longest = Math.max(...[...areasByName.keys()].map((name) => name.split(" ").length));
  const flagged = (chosen: number[]) => {
    const set = new Uint8Array(areas.length);
    for (const area of chosen) set[area] = 1;
    return set;
  };
  const named = (text: string) => {
    const chosen = areasByName.get(text);
    return chosen ? flagged(chosen) : null;
  };
  return {
    longest,
    named,
    beginning: (text) => {
      const exact = named(text);
      if (exact || text === "") return exact;
      const begun = [...areasByName].filter(([name]) => name.startsWith(text)).flatMap(([, chosen]) => chosen);
      return begun.length === 0 ? null : flagged(begun);
    },
  };
}

/** Areas that are in every one of the sets. */
export function commonAreas(sets: AreaSet[]): AreaSet | null {
  const [first, ...rest] = sets;
  return first ? rest.reduce((all, set) => all.map((flag, i) => flag & (set[i] ?? 0)), first) : null;
}
