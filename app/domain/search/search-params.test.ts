import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, parseSearchParams, searchHref, searchQuery } from "#app/domain/search/search-params.ts";

const parse = (query: string) => parseSearchParams(new URLSearchParams(query));

describe("V-01 what an address may ask for", () => {
  test("known values are taken, in the order of the page and once each", () => {
    const { params, ignored } = parse(
      "treatment=crown&treatment=hairline&treatment=crown&skin=6&verified=training&q=%20scar%20%20fut%20",
    );
    expect(params).toMatchObject({
      treatment: ["hairline", "crown"],
      skin: [6],
      verified: ["training"],
      q: "scar fut",
    });
    expect(ignored).toEqual([]);
  });

  test.each([
    ["treatment=nonsense", "treatment", "nonsense"],
    ["skin=7", "skin", "7"],
    ["rating_min=abc", "rating_min", "abc"],
    ["rating_min=9", "rating_min", "9"],
    ["page=0", "page", "0"],
    ["page=1.5", "page", "1.5"],
    ["page=999999", "page", "999999"],
    ["radius=-3", "radius", "-3"],
    ["radius=1e2", "radius", "1e2"],
    ["sort=__proto__", "sort", "__proto__"],
    ["gender=man&gender=woman", "gender", "woman"],
    ["colour=red", "colour", "red"],
    ["lat=51.5", "lat", "51.5"],
    ["lat=91&lng=0", "lat", "91"],
    ["claimed=yes", "claimed", "yes"],
    ["currency=XXX", "currency", "XXX"],
  ])("%s is left out and named", (query, param, value) => {
    const { ignored } = parse(query);
    expect(ignored).toContainEqual(expect.objectContaining({ param, value }));
  });

  test("text loses control and direction characters and what is beyond 200 characters", () => {
    expect(cleanText("a\u0000b\u202ec\u2066 d\r\ne")).toBe("a b c d e");
    const { params, ignored } = parse(`q=${"x".repeat(500)}`);
    expect(params.q).toHaveLength(200);
    expect(ignored[0]?.param).toBe("q");
  });

  test("no address, however odd, makes it throw, and what comes out can be read back to the same", () => {
    const names = fc.oneof(
      fc.constantFrom("q", "near", "lat", "lng", "radius", "treatment", "skin", "page", "price_max", "sort"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: "binary" })), { maxLength: 12 }), (pairs) => {
        const first = parseSearchParams(new URLSearchParams(pairs)).params;
        const again = parseSearchParams(searchQuery(first));
        expect(again.params).toEqual(first);
        expect(again.ignored).toEqual([]);
      }),
    );
  });
});

describe("addresses of searches", () => {
  test("only what differs from the defaults is written", () => {
    expect(searchHref(parse("").params, {})).toBe("/technicians");
    expect(searchHref(parse("q=scar&radius=50&sort=relevance").params, {})).toBe("/technicians?q=scar");
  });

  test("changing a filter goes back to the first page, changing the page keeps the filters", () => {
    const { params } = parse("q=scar&page=3");
    expect(searchHref(params, { gender: "woman" })).toBe("/technicians?q=scar&gender=woman");
    expect(searchHref(params, { page: 4 })).toBe("/technicians?q=scar&page=4");
  });
});
