import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldPlaceName, placeNameKeys } from "#app/domain/places/place-name.ts";

describe("foldPlaceName", () => {
  it.each([
    ["München", "munchen"],
    ["Saint-Denis", "saint denis"],
    ["St. John's", "st johns"],
    ["Washington, D.C.", "washington dc"],
    ["Łódź", "lodz"],
    ["İzmir", "izmir"],
    ["Weißkirchen", "weisskirchen"],
    ["  N’zeto ", "nzeto"],
    ["東京", ""],
  ])("folds %s to %s", (name, folded) => {
    expect(foldPlaceName(name)).toBe(folded);
  });

  it("leaves only letters, digits and single spaces of any text, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const folded = foldPlaceName(text);
        expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
        expect(foldPlaceName(folded)).toBe(folded);
      }),
    );
  });
});

describe("placeNameKeys", () => {
  it("puts the name itself first and adds the spellings people use", () => {
    expect(placeNameKeys("Saint-Denis")).toEqual(["saint denis", "st denis"]);
    expect(placeNameKeys("St. Louis")).toEqual(["st louis", "saint louis"]);
    expect(placeNameKeys("Köln")).toEqual(["koln", "koeln"]);
    expect(placeNameKeys("Halle (Saale)")).toEqual(["halle saale", "halle"]);
    expect(placeNameKeys("Biel/Bienne")).toEqual(["biel bienne", "biel", "bienne"]);
    expect(placeNameKeys("Leeds")).toEqual(["leeds"]);
    expect(placeNameKeys("東京")).toEqual([]);
  });
});
