import { describe, expect, it } from "vitest";
import { packGazetteer, unpackGazetteer, type GazetteerRow } from "#app/domain/places/gazetteer/gazetteer-format.ts";
import { placeAt, visitKeysBeginning } from "#app/domain/places/gazetteer/look-up-keys.ts";

const areas = [
  { countryCode: "GB", region: "England", abbreviation: "" },
  { countryCode: "DE", region: "", abbreviation: "" },
  { countryCode: "US", region: "Maine", abbreviation: "ME" },
  { countryCode: "CA", region: "Ontario", abbreviation: "ON" },
];
const town: GazetteerRow = {
  kind: "geonames",
  sourceId: 2644688,
  name: "Leeds",
  area: 0,
  lat: 53.79648,
  lng: -1.54785,
  population: 455_123,
  keys: ["leeds"],
};
const rows: GazetteerRow[] = [
  town,
  { ...town, sourceId: 2867714, name: "Köln", area: 1, keys: ["koln", "cologne", "koln"] },
  { ...town, kind: "zip", sourceId: 4263, name: "Leeds", area: 2, population: 0, keys: ["04263"] },
  { ...town, kind: "fsa", sourceId: parseInt("M5V", 36), name: "Toronto", area: 3, population: 0, keys: ["m5v"] },
];
const pack = (given = rows) => packGazetteer(given, areas, { GB: ["united kingdom", "uk"] });

function find(text: string) {
  const gazetteer = unpackGazetteer(pack());
  const found: string[] = [];
  visitKeysBeginning(gazetteer, text, null, (row) => found.push(placeAt(gazetteer, row).id));
  return found;
}

describe("the packed gazetteer", () => {
  it("gives back what was packed", () => {
    const gazetteer = unpackGazetteer(pack());
    expect(gazetteer).toMatchObject({ placeCount: 4, keyCount: 5, areas, countries: { GB: ["united kingdom", "uk"] } });
    const places = [0, 1, 2, 3].map((row) => placeAt(gazetteer, row));
    expect(places).toContainEqual({
      id: "geonames:2644688",
      name: "Leeds",
      region: "England",
      countryCode: "GB",
      lat: 53.7965,
      lng: -1.5478,
      population: 455_123,
    });
    expect(places.map(({ id, name, region }) => [id, name, region])).toEqual(
      expect.arrayContaining([
        ["geonames:2867714", "Köln", null],
        ["zip:04263", "Leeds 04263", "Maine"],
        ["fsa:M5V", "Toronto M5V", "Ontario"],
      ]),
    );
  });

  it("finds every key by its beginning", () => {
    expect(find("k")).toEqual(["geonames:2867714"]);
    expect(find("cologne")).toEqual(["geonames:2867714"]);
    expect(find("042")).toEqual(["zip:04263"]);
    expect(find("leedss")).toEqual([]);
    expect(find("zzz")).toEqual([]);
    expect(find("")).toHaveLength(5);
  });

  it("is the same whatever the order of the rows", () => {
    expect(pack([...rows].reverse())).toEqual(pack());
  });

  it("reads bytes that don't start on a word boundary", () => {
    const shifted = new Uint8Array(pack().length + 1);
    shifted.set(pack(), 1);
    expect(unpackGazetteer(shifted.subarray(1)).placeCount).toBe(4);
  });

  it("refuses other files, cut files and names that don't fit", () => {
    expect(() => unpackGazetteer(new Uint8Array(4))).toThrow(/not a gazetteer/);
    expect(() => unpackGazetteer(new Uint8Array(64))).toThrow(/not a gazetteer/);
    expect(() => unpackGazetteer(pack().subarray(0, 40))).toThrow(/cut short/);
    expect(() => unpackGazetteer(pack().slice(0, -1))).toThrow(/cut short/);
    expect(() => pack([{ ...town, name: "a".repeat(256) }])).toThrow(/too long/);
  });
});
