import { describe, expect, it } from "vitest";
import { COUNTRY_CODES, countryName, currencyOf, distanceUnitOf } from "#app/domain/places/countries.ts";

describe("countries", () => {
  it("names a country in English and in other languages", () => {
    expect(countryName("GB")).toBe("United Kingdom");
    expect(countryName("de", "de")).toBe("Deutschland");
  });

  it("returns a code that nobody knows as it is, in any locale", () => {
    expect(countryName("ZZZ")).toBe("ZZZ");
    expect(countryName("")).toBe("");
    expect(countryName("GB", "not a locale")).toBe("United Kingdom");
  });

  it("gives every country a name, and a currency that the runtime knows", () => {
    const known = new Set([...Intl.supportedValuesOf("currency"), "XCG", "ZWG", "SLE"]);
    for (const code of COUNTRY_CODES) {
      expect(countryName(code), code).not.toBe(code);
      expect(known.has(currencyOf(code) ?? ""), code).toBe(true);
    }
    expect(COUNTRY_CODES.length).toBeGreaterThan(240);
    expect(new Set(COUNTRY_CODES).size).toBe(COUNTRY_CODES.length);
  });

  it("knows the currencies of the countries with sample technicians", () => {
    expect(["GB", "US", "CA", "AU", "IE", "DE", "NL", "ES"].map(currencyOf)).toEqual(
      "GBP USD CAD AUD EUR EUR EUR EUR".split(" "),
    );
    expect(currencyOf("XX")).toBeNull();
  });

  it("measures in miles in Britain and the United States only", () => {
    expect(["GB", "us", "CA", "IE", "AU"].map(distanceUnitOf)).toEqual(["mi", "mi", "km", "km", "km"]);
  });
});
