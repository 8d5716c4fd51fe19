import { VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { distanceUnitOf } from "#app/domain/places/countries.ts";
import { listCards } from "#app/domain/profiles/list-cards.server.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { activeFilters } from "#app/domain/search/active-filters.ts";
import { areaFilter, distanceFrom, nearestFirst } from "#app/domain/search/area.server.ts";
import { askEngine } from "#app/domain/search/ask-engine.server.ts";
import type { EngineAnswer } from "#app/domain/search/ask-engine.server.ts";
import { ALTERNATIVE_KINDS, paramsFilter, verifiedFilter } from "#app/domain/search/filter.ts";
import type { AlternativeKind, Filter } from "#app/domain/search/filter.ts";
import { FACETS } from "#app/domain/search/index-settings.ts";
import type { Facet } from "#app/domain/search/index-settings.ts";
import { HIT_ATTRIBUTES, MAX_HITS, PER_PAGE } from "#app/domain/search/result.ts";
import type { Hit, OptionCounts, SearchPlace, SearchResult } from "#app/domain/search/result.ts";
import { MAX_PAGE, searchHref } from "#app/domain/search/search-params.ts";
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

/** Pages that can be opened; a distance sort is done on what one engine query hands over. */
function lastPage(total: number, sort: SearchParams["sort"]): number {
  return Math.min(Math.ceil(total / PER_PAGE), sort === "distance" ? Math.floor(MAX_HITS / PER_PAGE) : MAX_PAGE);
}

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
 * Answers a search: order and counts from the search engine in one request (two when there is a place), then one
 * query by id to the database, which alone decides what readers may see.
 */
export async function searchTechnicians(
  params: SearchParams,
  place: SearchPlace | null,
  now = new Date(),
): Promise<SearchResult> {
  const today = dayOf(now);
  const area = place ? await areaFilter(place, params.radius) : [];
  const filter = (without: AlternativeKind | null): Filter => [...area, ...paramsFilter(params, today, without)];
  const kinds = ALTERNATIVE_KINDS.filter((kind) => isActive(params, kind));
  const criteria = VERIFIABLE_CRITERIA.filter((criterion) => !params.verified.includes(criterion));

  const ask = (matchingStrategy: "all" | "last") => {
    const base = { q: params.q, matchingStrategy };
    return askEngine([
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
    ]);
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
      ? await distancePage(params, place, { q: params.q, filter: filter(null), matchingStrategy })
      : (main?.hits ?? []);
  return {
    cards: await toCards(hits, params, place, today),
    total,
    pageCount: lastPage(total, params.sort),
    counts: optionCounts(main, counted, kinds, criteria, params, total),
    isPartial: matchingStrategy === "last" && total > 0,
    toLoosen: total > 0 ? [] : await countLoosened(params, place, today, area),
  };
}

async function distancePage(
  params: SearchParams,
  place: SearchPlace,
  query: Parameters<typeof nearestFirst>[3],
): Promise<Hit[]> {
  const needed = Math.min(params.page * PER_PAGE, MAX_HITS);
  const nearest = await nearestFirst(place, params.radius, needed, query);
  return nearest.slice((params.page - 1) * PER_PAGE, params.page * PER_PAGE);
}

async function toCards(
  hits: Hit[],
  params: SearchParams,
  place: SearchPlace | null,
  today: Day,
): Promise<TechnicianCard[]> {
  const ids = hits.map((hit) => hit.id);
  const cards = await listCards(ids, { wanted: params.treatment, near: place, today });
  return hits.flatMap((hit) => {
    const card = cards.get(hit.id);
    return card ? [{ ...card, distanceKm: place && distanceFrom(place, hit) }] : [];
  });
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

/** Names the filter to loosen: what the same search gives without each one of them. */
async function countLoosened(
  params: SearchParams,
  place: SearchPlace | null,
  today: Day,
  area: Filter,
): Promise<SearchResult["toLoosen"]> {
  const filters = activeFilters(
    params,
    place?.name ?? null,
    place?.countryCode ? distanceUnitOf(place.countryCode) : "km",
  );
  const answers = await askEngine(
    filters.map(({ without }) => {
      const loosened = { ...params, ...without };
      return {
        ...countOnly,
        q: loosened.q,
        filter: [...("near" in without ? [] : area), ...paramsFilter(loosened, today)],
        matchingStrategy: "all" as const,
      };
    }),
  );
  return filters
    .map(({ label, without }, at) => ({ label, href: searchHref(params, without), count: answers[at]?.totalHits ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
