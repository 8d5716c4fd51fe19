import { describe, expect, it } from "vitest";
import { choicesUnder, regimesOfPlaces } from "#app/domain/criteria/regime.ts";
import { regimeRows } from "../../../prisma/reference/regime-rows.ts";

const regimes = regimeRows().map((row) => ({
  ...row,
  region: row.region ?? null,
  differsWithin: row.differsWithin ?? false,
}));
const under = (key: string) => {
  const regime = regimes.find((row) => row.key === key);
  return regime ? choicesUnder(regime) : [];
};
const at = (city: string, region: string | null, countryCode: string) => ({ city, region, countryCode });
const keys = (...places: ReturnType<typeof at>[]) => regimesOfPlaces(regimes, places).map(({ key }) => key);

describe("what a form asks under a regime", () => {
  it.each([
    ["england-council", ["person", "premises"]],
    ["us-tx", ["premises", "none_person"]],
    ["ie-none", ["none_person", "none_premises"]],
    ["us-other", ["person", "premises", "none_person", "none_premises"]],
  ])("%s: %j", (key, choices) => {
    expect(under(key)).toEqual(choices);
  });
});

describe("the regimes of the places somebody works at", () => {
  it.each([
    ["a city of its own", [at("London", "England", "GB")], ["england-council", "london-borough"]],
    ["a state, then the rest of the country", [at("Houston", "Texas", "US")], ["us-tx", "us-other"]],
    ["a country without regions", [at("Utrecht", "Utrecht", "NL")], ["nl-ggd"]],
    [
      "a region nobody wrote down",
      [at("Belfast", "Northern Ireland", "GB")],
      ["england-council", "london-borough", "wales-national", "scotland-council"],
    ],
    ["a country nobody wrote down", [at("Oslo", null, "NO")], []],
    ["nowhere", [], []],
  ])("%s", (_case, places, expected) => {
    expect(keys(...places)).toEqual(expected);
  });

  it("two places, both", () => {
    expect(keys(at("Dublin", null, "IE"), at("Houston", "Texas", "US"))).toEqual(["us-tx", "ie-none", "us-other"]);
  });
});
