import { describe, expect, test } from "vitest";
import { canonicalSearch } from "#app/domain/search/canonical-search.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";

const LEEDS = "Leeds, England, United Kingdom";
const canonical = (query: string, placeName: string | null = null) =>
  canonicalSearch(parseSearchParams(new URLSearchParams(query)).params, placeName);

describe("the address that a search is known by", () => {
  test.each([
    ["", null, "/technicians"],
    ["page=3", null, "/technicians?page=3"],
    ["near=leeds", LEEDS, "/technicians?near=Leeds%2C+England%2C+United+Kingdom"],
    ["near=LEEDS&page=2", LEEDS, "/technicians?near=Leeds%2C+England%2C+United+Kingdom&page=2"],
    ["treatment=hairline", null, "/technicians?treatment=hairline"],
    ["treatment=hairline&page=2", null, "/technicians?treatment=hairline&page=2"],
  ])("a page of its own: %j", (query, placeName, address) => {
    expect(canonical(query, placeName)).toBe(address);
  });

  test.each([
    ["q=scar", null],
    ["treatment=hairline&treatment=crown", null],
    ["treatment=hairline&near=leeds", LEEDS],
    ["near=leeds&radius=100", LEEDS],
    ["near=leeds&sort=distance", LEEDS],
    ["lat=53.8&lng=-1.5", "your position (near Leeds)"],
    ["verified=training", null],
    ["sort=newest&page=4", null],
    ["claimed=1", null],
  ])("a view of the list of everybody: %j", (query, placeName) => {
    expect(canonical(query, placeName)).toBe("/technicians");
  });

  test("says nothing of what means nothing", () => {
    expect(canonical("utm_source=x&treatment=nonsense&view=list&page=0")).toBe("/technicians");
  });
});
