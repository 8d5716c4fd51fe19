import { describe, expect, it } from "vitest";
import { otherNames } from "#app/domain/places/gazetteer/other-names.ts";
import { provinceOfFsa, regionOf } from "#app/domain/places/gazetteer/region-names.ts";

describe("regions", () => {
  it("are named in English, with the abbreviation that people write", () => {
    expect(regionOf("US", "OR")).toEqual({ name: "Oregon", abbreviation: "OR" });
    expect(regionOf("CA", "08")).toEqual({ name: "Ontario", abbreviation: "ON" });
    expect(regionOf("DE", "02")).toEqual({ name: "Bavaria", abbreviation: "" });
  });

  it("have no name where the list has none", () => {
    expect(regionOf("MX", "09")).toEqual({ name: "", abbreviation: "" });
    expect(regionOf("US", "")).toEqual({ name: "", abbreviation: "" });
  });

  it("follow from the first letter of a Canadian postal code", () => {
    expect(regionOf("CA", provinceOfFsa("M5V") ?? "").name).toBe("Ontario");
    expect(regionOf("CA", provinceOfFsa("H2X") ?? "").name).toBe("Quebec");
    expect(regionOf("CA", provinceOfFsa("X0A") ?? "").name).toBe("Nunavut");
    expect(regionOf("CA", provinceOfFsa("X1A") ?? "").name).toBe("Northwest Territories");
    expect(provinceOfFsa("D1A")).toBeNull();
  });
});

describe("other names", () => {
  it("each say a country, a place and at least one other name", () => {
    for (const { countryCode, sourceName, shownAs, alsoCalled } of otherNames) {
      expect(countryCode, sourceName).toMatch(/^[A-Z]{2}$/);
      expect(sourceName).not.toBe("");
      expect(shownAs !== null || alsoCalled.length > 0, sourceName).toBe(true);
      expect(alsoCalled).not.toContain("");
    }
  });

  it("name no place twice", () => {
    const places = otherNames.map(({ countryCode, sourceName }) => `${countryCode} ${sourceName}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
