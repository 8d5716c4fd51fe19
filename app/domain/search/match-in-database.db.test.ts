import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { countInDatabase, matchInDatabase } from "#app/domain/search/match-in-database.server.ts";
import { countInEngine, matchInEngine } from "#app/domain/search/match-in-engine.server.ts";
import type { Matches, PlacedSearch } from "#app/domain/search/matches.ts";
import { PER_PAGE } from "#app/domain/search/result.ts";
import type { SearchPlace } from "#app/domain/search/result.ts";
import { parseSearchParams, RESULT_AGES, SORTS } from "#app/domain/search/search-params.ts";
import { seedTechnicians } from "../../../tests/support/varied-technicians.ts";
import { CONCERNS, FEATURES, GENDERS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = dayOf(new Date());
const PLACES: SearchPlace[] = [
  { lat: 53.8, lng: -1.55, name: "Leeds", countryCode: "GB" },
  { lat: 53.96, lng: -1.08, name: "York", countryCode: "GB" },
  { lat: 47.24, lng: 6.02, name: "Besançon", countryCode: "FR" },
  // Both sides of the antimeridian.
  { lat: -28, lng: 179.9, name: "At sea", countryCode: null },
];

beforeAll(async () => {
  await emptyDatabase();
  await seedTechnicians(60, TODAY);
  await drainOutbox();
});

function placed(query: [string, string][], place: SearchPlace | null = null): PlacedSearch {
  const { params, ignored } = parseSearchParams(new URLSearchParams(query));
  expect(ignored).toEqual([]);
  // As resolveSearch does it.
  const sort = params.sort === "distance" && !place ? "relevance" : params.sort;
  return { params: { ...params, sort, currency: params.currency ?? "GBP" }, place };
}

/** All pages of a search as one, and that each page says the same of the whole. */
async function allPages(search: PlacedSearch, match: (search: PlacedSearch, today: Day) => Promise<Matches>) {
  const first = await match(search, TODAY);
  for (let page = 2; first.hits.length < first.total; page++) {
    const { hits, ...rest } = await match({ ...search, params: { ...search.params, page } }, TODAY);
    expect(hits).not.toEqual([]);
    expect(rest).toEqual({ total: first.total, counts: first.counts, isPartial: first.isPartial });
    first.hits.push(...hits);
  }
  return first;
}

const byId = ({ hits }: Matches) => [...hits].sort((a, b) => (a.id < b.id ? -1 : 1));

async function expectSame(search: PlacedSearch): Promise<Matches> {
  const engine = await allPages(search, matchInEngine);
  const database = await allPages(search, matchInDatabase);
  if (database.isPartial || (database.total === 0 && search.params.q.includes(" "))) {
    // Nobody has all words: the engine leaves some out from the end only, the database takes who has any of them.
    expect(database.hits).toEqual(expect.arrayContaining(engine.hits));
    return database;
  }
  expect(byId(database)).toEqual(byId(engine));
  expect(database.total).toBe(engine.total);
  expect(database.counts).toEqual(engine.counts);
  expect(database.isPartial).toBe(engine.isPartial);
  // How well a text fits is the engine's own arithmetic; everything else decides alike in both.
  if (search.params.q === "" || ["distance", "rating"].includes(search.params.sort)) {
    expect(database.hits.map((hit) => hit.id)).toEqual(engine.hits.map((hit) => hit.id));
  }
  return database;
}

const several = (param: string, values: readonly (string | number)[]) =>
  fc
    .subarray([...values], { maxLength: 2 })
    .map((chosen) => chosen.map((value): [string, string] => [param, `${value}`]));
const perhaps = (param: string, values: readonly (string | number)[]) =>
  fc
    .option(fc.constantFrom(...values), { nil: null })
    .map((value): [string, string][] => (value === null ? [] : [[param, `${value}`]]));
const seldom = (part: fc.Arbitrary<[string, string][]>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: part });
const filters = fc
  .tuple(
    seldom(several("treatment", Object.keys(TREATMENTS))),
    seldom(several("concern", Object.keys(CONCERNS))),
    seldom(several("skin", [1, 2, 3, 4, 5, 6])),
    seldom(several("verified", VERIFIABLE_CRITERIA)),
    seldom(several("language", ["en", "fr", "pl", "ur", "zh"])),
    seldom(several("feature", Object.keys(FEATURES))),
    seldom(perhaps("gender", Object.keys(GENDERS))),
    seldom(perhaps("rating_min", [3, 3.5, 4, 4.5, 4.9])),
    seldom(perhaps("price_max", [50, 700.5, 1_500])),
    seldom(perhaps("currency", ["GBP", "EUR", "USD"])),
    seldom(perhaps("result", Object.keys(RESULT_AGES))),
    seldom(perhaps("claimed", [1])),
    seldom(perhaps("radius", [10, 33.3, 200, 500])),
    perhaps("sort", Object.keys(SORTS)),
    seldom(perhaps("q", ["calder", "ruth calder", "leeds obsidian", "united kingdom", "wheelchairs", "smp nor"])),
  )
  .map((parts) => parts.flat());
const searches = fc
  .tuple(filters, fc.option(fc.constantFrom(...PLACES), { nil: null }))
  .map(([query, place]) => placed(query, place));

describe("the database answers as the search engine does", () => {
  test("the same technicians, total, counts and order for any filters", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(searches, async (search) => {
        await expectSame(search);
      }),
      { numRuns: 120 },
    );
  });

  test("the same numbers for what a search gives without this or that", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(searches, async ({ params, place }) => {
        const loosened: PlacedSearch[] = [
          { params, place },
          { params: { ...params, q: "" }, place },
          { params: { ...params, treatment: [], verified: [] }, place },
          { params: { ...params, priceMax: null, gender: null }, place },
          { params, place: null },
        ];
        expect(await countInDatabase(loosened, TODAY)).toEqual(await countInEngine(loosened, TODAY));
      }),
      { numRuns: 40 },
    );
  });

  test("no searches are no numbers", async () => {
    expect(await countInDatabase([], TODAY)).toEqual([]);
  });

  test.each([
    "ruth",
    "Ruth CALDER",
    "quig",
    "ines",
    "Inès",
    "zoe nowak",
    "jose",
    "lukasz",
    "Łukasz",
    "besancon",
    "cafe",
    "obsidian york",
    "the buzz room",
    "ls1",
    "france",
    "new zealand",
    "kingdom",
    "smp",
    "technician",
    "hair tattoo",
    "scalp micropigmentation",
    "fue",
    "tricopigmentation",
    "chemo",
    "vitiligo",
    "women's",
    "part line",
    "hair line",
    "shave my own head",
    "kindness",
    "of",
    "zzzzzz",
  ])("“%s” finds the same technicians", async (q) => {
    await expectSame(placed([["q", q]]));
  });

  test.each(["%", "_", "\\", "(", "'", '"', "[x", "x{1000}", "(?:", "***", "💇", "--", "' OR 1=1 --"])(
    "“%s” is only text",
    async (q) => {
      const search = placed([]);
      await expectSame({ ...search, params: { ...search.params, q } });
    },
  );

  test.each([
    "a".repeat(200),
    "é".repeat(200),
    "( ".repeat(100),
    "scalp hair women bald crown part chemo fix trico ".repeat(4),
    "\ud800",
    "zzz\u0000",
    "\u{1f487}".repeat(50),
  ])("any text is answered, with a second for it: %j", async (q) => {
    const search = placed([]);
    const { hits, total } = await matchInDatabase({ ...search, params: { ...search.params, q } }, TODAY);
    expect(hits.length).toBe(Math.min(total, PER_PAGE));
  });
});
