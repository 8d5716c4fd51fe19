import { VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { areaFilter, nearestFirst } from "#app/domain/search/area.server.ts";
import { askEngine } from "#app/domain/search/ask-engine.server.ts";
import type { EngineAnswer, EngineQuery } from "#app/domain/search/ask-engine.server.ts";
import { ALTERNATIVE_KINDS, paramsFilter, verifiedFilter } from "#app/domain/search/filter.ts";
import type { AlternativeKind, Filter } from "#app/domain/search/filter.ts";
import { FACETS } from "#app/domain/search/index-settings.ts";
import type { Facet } from "#app/domain/search/index-settings.ts";
import type { Matches, PlacedSearch } from "#app/domain/search/matches.ts";
import { HIT_ATTRIBUTES, MAX_HITS, PER_PAGE } from "#app/domain/search/result.ts";
import type { Hit, OptionCounts, SearchPlace } from "#app/domain/search/result.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

const FACET_OF: Record<AlternativeKind, Facet> = {
  treatment: "treatment",
  concern: "concern",
  skin: "skin",
  language: "language",
  gender: "gender",
  ratingMin: "ratingAtLeast",
  result: "resultAtLeast",
};

function sortRules(params: SearchParams): string[] {
  switch (params.sort) {
    case "rating":
      return ["ratingScore:desc"];
    case "reviews":
      return ["reviewCount:desc"];
    case "newest":
      return ["publishedAt:desc"];
    case "price":
      return params.currency === null ? [] : [`price.${params.currency}:asc`];
    case "relevance":
    case "distance":
      return [];
  }
}

/** True for kinds that are set, whose own options have to be counted without them. */
function isActive(params: SearchParams, kind: AlternativeKind): boolean {
  const value = params[kind];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** A query for the number of matches only. */
const countOnly = { page: 1, hitsPerPage: 0 };

/**
 * Finds in the search engine: order and counts in one request, two when there is a place. Every request of one search
 * shares the signal, so that giving up ends them all.
 */
export async function matchInEngine(
  { params, place }: PlacedSearch,
  today: Day,
  signal?: AbortSignal,
): Promise<Matches> {
  const area = place ? await areaFilter(place, params.radius, signal) : [];
  const filter = (without: AlternativeKind | null): Filter => [...area, ...paramsFilter(params, today, without)];
  const kinds = ALTERNATIVE_KINDS.filter((kind) => isActive(params, kind));
  const criteria = VERIFIABLE_CRITERIA.filter((criterion) => !params.verified.includes(criterion));

  const ask = (matchingStrategy: "all" | "last") => {
    const base = { q: params.q, matchingStrategy };
    const queries: EngineQuery[] = [
      {
        ...base,
        filter: filter(null),
        page: params.page,
        hitsPerPage: PER_PAGE,
        facets: [...FACETS],
        sort: sortRules(params),
        attributesToRetrieve: HIT_ATTRIBUTES,
      },
      ...kinds.map((kind) => ({ ...base, filter: filter(kind), limit: 0, facets: [FACET_OF[kind]] })),
      ...criteria.map((criterion) => ({
        ...base,
        ...countOnly,
        filter: [...filter(null), verifiedFilter(criterion, today)],
      })),
    ];
    return askEngine(queries, signal);
  };
  let matchingStrategy: "all" | "last" = "all";
  let [main, ...counted] = await ask(matchingStrategy);
  if (main?.totalHits === 0 && params.q.includes(" ")) {
    matchingStrategy = "last";
    [main, ...counted] = await ask(matchingStrategy);
  }
  const total = main?.totalHits ?? 0;
  const hits =
    params.sort === "distance" && place
      ? await distancePage(params, place, { q: params.q, filter: filter(null), matchingStrategy }, signal)
      : (main?.hits ?? []);
  return {
    hits,
    total,
    counts: optionCounts(main, counted, kinds, criteria, params, total),
    isPartial: matchingStrategy === "last" && total > 0,
  };
}

/** How many match each of these searches, in their order. */
export async function countInEngine(searches: PlacedSearch[], today: Day, signal?: AbortSignal): Promise<number[]> {
  const [placed] = searches.filter(({ place }) => place !== null);
  // All that have a place have the same one: they are one search with this or that left out.
  const area = placed?.place ? await areaFilter(placed.place, placed.params.radius, signal) : [];
  const answers = await askEngine(
    searches.map(({ params, place }) => ({
      ...countOnly,
      q: params.q,
      filter: [...(place ? area : []), ...paramsFilter(params, today)],
      matchingStrategy: "all" as const,
    })),
    signal,
  );
  return answers.map(({ totalHits }) => totalHits ?? 0);
}

async function distancePage(
  params: SearchParams,
  place: SearchPlace,
  query: Parameters<typeof nearestFirst>[3],
  signal: AbortSignal | undefined,
): Promise<Hit[]> {
  const needed = Math.min(params.page * PER_PAGE, MAX_HITS);
  const nearest = await nearestFirst(place, params.radius, needed, query, signal);
  return nearest.slice((params.page - 1) * PER_PAGE, params.page * PER_PAGE);
}

function optionCounts(
  main: EngineAnswer | undefined,
  counted: EngineAnswer[],
  kinds: AlternativeKind[],
  criteria: readonly string[],
  params: SearchParams,
  total: number,
): OptionCounts {
  const distribution = main?.facetDistribution ?? {};
  const of = (kind: AlternativeKind) => {
    const at = kinds.indexOf(kind);
    const source = at === -1 ? distribution : (counted[at]?.facetDistribution ?? {});
    return source[FACET_OF[kind]] ?? {};
  };
  const verified: Record<string, number> = {};
  criteria.forEach((criterion, at) => (verified[criterion] = counted[kinds.length + at]?.totalHits ?? 0));
  for (const criterion of params.verified) verified[criterion] = total;
  return {
    treatment: of("treatment"),
    concern: of("concern"),
    skin: of("skin"),
    language: of("language"),
    gender: of("gender"),
    ratingMin: of("ratingMin"),
    result: of("result"),
    verified,
    feature: distribution["feature"] ?? {},
    claimed: distribution["claimed"] ?? {},
  };
}

/** True when the index has no documents at all, which an answer without matches does not tell. */
export async function isEngineEmpty(signal?: AbortSignal): Promise<boolean> {
  const [all] = await askEngine([{ ...countOnly, q: "" }], signal);
  return all?.totalHits === 0;
}
