import { statSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces, resolvePlace } from "#app/domain/places/find-places.server.ts";
import { loadGazetteer } from "#app/domain/places/gazetteer/load-gazetteer.server.ts";
import { placeAt } from "#app/domain/places/gazetteer/look-up-keys.ts";
import { placeLabel } from "#app/domain/places/place.ts";

const labels = async (...args: Parameters<typeof findPlaces>) => (await findPlaces(...args)).map((p) => placeLabel(p));
const first = async (...args: Parameters<typeof findPlaces>) => (await labels(...args))[0] ?? null;
const resolved = async (text: string) => {
  const place = await resolvePlace(text);
  return place && placeLabel(place);
};

describe("findPlaces", () => {
  it.each([
    ["leeds", "Leeds, England, United Kingdom"],
    ["LEEDS ", "Leeds, England, United Kingdom"],
    ["tor", "Toronto, Ontario, Canada"],
    ["munchen", "Munich, Bavaria, Germany"],
    ["München", "Munich, Bavaria, Germany"],
    ["muenchen", "Munich, Bavaria, Germany"],
    ["cologne", "Köln, North Rhine-Westphalia, Germany"],
    ["galway", "Galway, Connacht, Ireland"],
    ["new york", "New York City, New York, United States"],
    ["st johns", "St. John's, Newfoundland and Labrador, Canada"],
    ["90210", "Beverly Hills 90210, California, United States"],
    ["90210-1234", "Beverly Hills 90210, California, United States"],
    ["beverly hills, ca 90210", "Beverly Hills 90210, California, United States"],
    ["M5V", "Downtown Toronto M5V, Ontario, Canada"],
    ["m5v2t6", "Downtown Toronto M5V, Ontario, Canada"],
    ["leeds, uk", "Leeds, England, United Kingdom"],
    ["leeds, eng", "Leeds, England, United Kingdom"],
    ["portland, or", "Portland, Oregon, United States"],
    ["portland or usa", "Portland, Oregon, United States"],
    ["london canada", "London, Ontario, Canada"],
    ["köln, deutschland", "Köln, North Rhine-Westphalia, Germany"],
    ["75001 Paris", "Paris, Île-de-France, France"],
    ["Leeds LS1 4AP", "Leeds, England, United Kingdom"],
    ["birmingam", "Birmingham, England, United Kingdom"],
    ["toronot", "Toronto, Ontario, Canada"],
    ["manchseter, uk", "Manchester, England, United Kingdom"],
  ])("finds for %s first %s", async (text, label) => {
    expect(await first(text)).toBe(label);
  });

  it("lists both towns called Saint-Denis and tells them apart", async () => {
    expect((await labels("saint-denis")).slice(0, 2)).toEqual([
      "Saint-Denis, Réunion",
      "Saint-Denis, Île-de-France, France",
    ]);
    expect(await labels("st denis")).toEqual(await labels("saint-denis"));
  });

  it("lists ZIP codes that begin with the digits typed", async () => {
    const places = await findPlaces("902", { limit: 20 });
    expect(places).toHaveLength(20);
    expect(places.every(({ id }) => id.startsWith("zip:902"))).toBe(true);
  });

  it("prefers places near a point", async () => {
    expect(await first("london")).toBe("London, England, United Kingdom");
    expect(await first("london", { nearTo: { lat: 43.65, lng: -79.38 } })).toBe("London, Ontario, Canada");
    expect(await first("london", { nearTo: { lat: Number.NaN, lng: 0 } })).toBe("London, England, United Kingdom");
  });

  it("keeps to the limit, within one and twenty", async () => {
    expect(await findPlaces("san")).toHaveLength(8);
    expect(await findPlaces("san", { limit: 3 })).toHaveLength(3);
    expect(await findPlaces("san", { limit: 1_000 })).toHaveLength(20);
    expect(await findPlaces("san", { limit: -1 })).toHaveLength(1);
    expect(await findPlaces("san", { limit: Number.NaN })).toHaveLength(1);
  });

  it("never lists two places that read the same", async () => {
    for (const text of ["springfield", "san jose", "santa", "s"]) {
      const found = await labels(text, { limit: 20 });
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it("finds nothing for nothing, for codes it doesn't know and for words that are no place", async () => {
    for (const text of ["", "   ", ",", "\u0000\u001f", "東京", "LS1", "SW1A 1AA", "asdfghjkl", "leeds, zz"]) {
      expect(await findPlaces(text), text).toEqual([]);
    }
  });

  it("guesses no typo in words under five letters", async () => {
    expect(await findPlaces("lxds")).toEqual([]);
  });

  it("answers any text without throwing, with places in range", async () => {
    const word = fc.constantFrom(
      "leeds",
      "uk",
      "m5v",
      "90210",
      ",",
      "san",
      "ca",
      "-",
      "É",
      "\u0007",
      "united",
      "states",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 150 }),
      fc.array(word, { maxLength: 12 }).map((w) => w.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        for (const place of await findPlaces(typed)) {
          expect(place.id).toMatch(/^(geonames:\d+|zip:\d{5}|fsa:[A-Z]\d[A-Z])$/);
          expect(place.countryCode).toMatch(/^[A-Z]{2}$/);
          expect(Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("resolvePlace", () => {
  it.each(["90210", "M5V", "leeds, uk", "Leeds", "munchen", "paris texas", "toronot", "washington", "singapore"])(
    "takes the first place found for %s",
    async (text) => {
      expect(await resolved(text)).toBe(await first(text));
    },
  );

  it("takes the beginning of a name from three letters on", async () => {
    expect(await resolved("tor")).toBe("Toronto, Ontario, Canada");
    expect(await resolved("le")).not.toBe("Leeds, England, United Kingdom");
    expect(await resolvePlace("s")).toBeNull();
  });

  it("refuses half a postal code and the name of a country or region", async () => {
    for (const text of ["902", "canada", "united kingdom", "texas", "England", "Lebanon", ""]) {
      expect(await resolvePlace(text), text).toBeNull();
    }
  });

  it("finds a place again by its own label, for nearly all larger towns", async () => {
    const { gazetteer } = await loadGazetteer();
    const wrong: string[] = [];
    let tried = 0;
    for (let row = 0; row < gazetteer.placeCount; row += 7) {
      const place = placeAt(gazetteer, row);
      if (place.population < 50_000 && !(place.id.startsWith("zip:") && row % 5 === 0)) continue;
      tried++;
      const again = await resolvePlace(placeLabel(place));
      if (!again || placeLabel(again) !== placeLabel(place)) wrong.push(placeLabel(place));
    }
    expect(tried).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });
});

describe("the gazetteer file", () => {
  it("is under 3 MB and holds towns, ZIP codes and Canadian areas", async () => {
    expect(statSync(new URL("./gazetteer/gazetteer.br", import.meta.url)).size).toBeLessThan(3_000_000);
    const { gazetteer } = await loadGazetteer();
    const counts = [0, 0, 0];
    for (const kind of gazetteer.kind) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts[0]).toBeGreaterThan(110_000);
    expect(counts[1]).toBeGreaterThan(42_000);
    expect(counts[2]).toBeGreaterThan(1_500);
  });

  it("is read once for all who ask", async () => {
    expect(loadGazetteer()).toBe(loadGazetteer());
    expect(await loadGazetteer()).toBe(await loadGazetteer());
  });
});
