import { describe, expect, test } from "vitest";
import { CITIES } from "./cities.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import { makeSample } from "./make-sample.ts";
import { REGIMES } from "../reference/regimes.ts";

describe("sample places", { timeout: 60_000 }, () => {
  test("sixty cities in eight countries hold 240 technicians", () => {
    expect(CITIES).toHaveLength(60);
    expect(new Set(CITIES.map(({ country }) => country)).size).toBe(8);
    expect(CITIES.reduce((sum, { technicians }) => sum + technicians, 0)).toBe(240);
  });

  test.each(CITIES.map((city) => [city.name, city] as const))(
    "%s lies within its country's box",
    (_name, { country, lat, lng }) => {
      const [south, west, north, east] = COUNTRY_FACTS[country].box;
      expect(lat).toBeGreaterThan(south);
      expect(lat).toBeLessThan(north);
      expect(lng).toBeGreaterThan(west);
      expect(lng).toBeLessThan(east);
    },
  );

  test("premises stand within five kilometres of their city", () => {
    for (const premises of makeSample(new Date("2026-11-22")).premises) {
      const city = CITIES.find(({ name, country }) => name === premises.city && country === premises.countryCode);
      expect(Math.abs(premises.lat - (city?.lat ?? 0)) * 111).toBeLessThan(5);
      expect(Math.abs(premises.lng - (city?.lng ?? 0)) * 111 * Math.cos((premises.lat * Math.PI) / 180)).toBeLessThan(
        5,
      );
      expect(premises.postcode).toMatch(/^[A-Z0-9]+( [A-Z0-9]+)?$/);
    }
  });

  test("every city's regime is one of its own country", () => {
    for (const { regime, country } of CITIES) expect(REGIMES.find(({ key }) => key === regime)?.country).toBe(country);
  });

  test("a regime that was not researched says so instead of naming a term", () => {
    for (const { sourceName, validity } of REGIMES)
      if (sourceName === "Not yet researched") expect(validity).toBe("unknown");
  });
});
