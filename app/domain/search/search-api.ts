import { z } from "zod";
import { CRITERIA, VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import { apiCard, toApiCard } from "#app/domain/profiles/card-api.ts";
import { REGISTERS } from "#app/domain/registers/registers.ts";
import { PER_PAGE } from "#app/domain/search/result.ts";
import type { OptionCounts, SearchResult } from "#app/domain/search/result.ts";
import { RATING_STEPS, RESULT_AGES, SORTS, searchQuery } from "#app/domain/search/search-params.ts";
import type { Ignored, SearchParams } from "#app/domain/search/search-params.ts";
import { eachOf, keysOf, withLabels } from "#app/domain/technicians/vocabulary-schema.ts";
import {
  CONCERNS,
  FEATURES,
  GENDERS,
  LANGUAGES,
  SKIN_TYPE_LABELS,
  TREATMENTS,
} from "#app/domain/technicians/vocabulary.ts";

/* A search as the API answers it: what the search page shows for the same parameters, no more. */

const API_PATH = "/api/v1/technicians";
const count = z.int().min(0);

/** The options of each parameter with their labels: every one is counted, also where nobody matches. */
const OPTIONS: Record<keyof OptionCounts, Readonly<Record<string, string>>> = {
  treatment: TREATMENTS,
  concern: CONCERNS,
  skin: SKIN_TYPE_LABELS,
  verified: Object.fromEntries(VERIFIABLE_CRITERIA.map((key) => [key, CRITERIA[key].title])),
  language: LANGUAGES,
  feature: FEATURES,
  gender: GENDERS,
  ratingMin: Object.fromEntries(RATING_STEPS.map((step) => [String(step), `A mean of ${step} or more`])),
  result: RESULT_AGES,
  claimed: { "1": "Only profiles kept by their technician" },
};

const countsOf = (kind: keyof OptionCounts) => eachOf(OPTIONS[kind], count);

const apiCounts = z
  .strictObject({
    treatment: countsOf("treatment").describe("By value of `treatment`."),
    concern: countsOf("concern").describe("By value of `concern`."),
    skin: countsOf("skin").describe("By value of `skin`."),
    verified: countsOf("verified").describe("By value of `verified`, each besides those already chosen."),
    language: countsOf("language").describe("By value of `language`."),
    feature: countsOf("feature").describe("By value of `feature`, among the matches."),
    gender: countsOf("gender").describe("By value of `gender`."),
    ratingMin: countsOf("ratingMin").describe("By the steps of `rating_min` that the page offers."),
    result: countsOf("result").describe("By value of `result`."),
    claimed: countsOf("claimed").describe("By value of `claimed`, among the matches."),
  })
  .describe("How many technicians choosing each option would give, the other kinds of filters staying as they are.");
const apiIgnored = z
  .strictObject({
    param: z.string().describe("The parameter."),
    value: z.string().describe("What it said, cut at 60 characters."),
    why: z.string().describe("Why it could not be used."),
  })
  .describe("Something of the address that was left out.");

const apiCredit = z
  .strictObject({
    title: z.string().describe("The source."),
    credit: z.string().describe("The sentence that its licence asks for."),
    url: z.url().describe("Where it is published."),
  })
  .describe("A source of facts whose licence asks to be named wherever they are shown.");

export const apiSearch = z
  .strictObject({
    self: z.url().describe("Address of this answer, with what was understood of the parameters."),
    next: z.url().nullable().describe("Address of the next page; null on the last."),
    previous: z.url().nullable().describe("Address of the page before; null on the first."),
    url: z.url().describe("Address of the same search as a page for people."),
    ignored: z
      .array(apiIgnored)
      .max(24)
      .describe("What could not be used of the parameters. Bad values are never an error."),
    placeName: z.string().nullable().describe("The place that was searched around; null: everywhere."),
    sort: keysOf(SORTS).describe(withLabels("The order. Claimed profiles always come first.", SORTS)),
    source: z
      .enum(["engine", "database"])
      .describe("What answered. `database` stands in while the search engine does not: same filters, coarser order."),
    isPartial: z.boolean().describe("Nobody matched all the words, so these match some of them."),
    page: z.int().min(1).describe("This page."),
    pageCount: count.describe("How many pages can be opened."),
    perPage: z.literal(PER_PAGE).describe("Technicians on a page."),
    total: count.describe("Technicians that match, over all pages."),
    counts: apiCounts,
    toLoosen: z
      .array(
        z.strictObject({
          label: z.string().describe("The filter in words."),
          count: count.describe("Technicians that match without it."),
          url: z.url().describe("Address of the search without it, in this API."),
        }),
      )
      .describe("Only when nobody matches: each filter that stands in the way."),
    technicians: z.array(apiCard).max(PER_PAGE).describe("The matches on this page, in order."),
    credits: z.array(apiCredit).describe("Whom to name when you show any of this."),
  })
  .describe("The technicians that match a search.");
type ApiSearch = z.infer<typeof apiSearch>;

const GAZETTEER = {
  title: "GeoNames",
  credit: "Places: GeoNames, CC BY 4.0.",
  url: "https://www.geonames.org/",
};
const CREDITS = [
  GAZETTEER,
  ...REGISTERS.flatMap(({ register }) =>
    typeof register === "function" || register.sourceUrl === null
      ? []
      : [{ title: register.title, credit: register.credit, url: register.sourceUrl }],
  ),
];

/** What a search was asked and found: the parts of the page's own view. */
export type FoundSearch = { params: SearchParams; placeName: string | null; ignored: Ignored[]; result: SearchResult };

export function toApiSearch({ params, placeName, ignored, result }: FoundSearch, origin: string): ApiSearch {
  const at = (page: number) => addressOf(`${origin}${API_PATH}`, searchQuery({ ...params, page }));
  const { page } = params;
  return {
    self: at(page),
    next: page < result.pageCount ? at(page + 1) : null,
    previous: page > 1 && result.pageCount > 0 ? at(Math.min(page - 1, result.pageCount)) : null,
    url: addressOf(`${origin}/technicians`, searchQuery(params)),
    ignored,
    placeName,
    sort: params.sort,
    source: result.source,
    isPartial: result.isPartial,
    page,
    pageCount: result.pageCount,
    perPage: PER_PAGE,
    total: result.total,
    counts: {
      treatment: counted(result.counts, "treatment"),
      concern: counted(result.counts, "concern"),
      skin: counted(result.counts, "skin"),
      verified: counted(result.counts, "verified"),
      language: counted(result.counts, "language"),
      feature: counted(result.counts, "feature"),
      gender: counted(result.counts, "gender"),
      ratingMin: counted(result.counts, "ratingMin"),
      result: counted(result.counts, "result"),
      claimed: counted(result.counts, "claimed"),
    },
    // The page's own links, in this API.
    toLoosen: result.toLoosen.map(({ label, count, href }) => ({ label, count, url: `${origin}/api/v1${href}` })),
    technicians: result.cards.map((card) => toApiCard(card, origin)),
    credits: CREDITS,
  };
}

function addressOf(address: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === "" ? address : `${address}?${text}`;
}

function counted(counts: OptionCounts, kind: keyof OptionCounts): Record<string, number> {
  return Object.fromEntries(Object.keys(OPTIONS[kind]).map((option) => [option, counts[kind][option] ?? 0]));
}
