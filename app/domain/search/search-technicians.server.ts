import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { distanceUnitOf } from "#app/domain/places/countries.ts";
import { listCards } from "#app/domain/profiles/list-cards.server.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { activeFilters } from "#app/domain/search/active-filters.ts";
import { distanceFrom } from "#app/domain/search/area.server.ts";
import { countInEngine, matchInEngine } from "#app/domain/search/match-in-engine.server.ts";
import { lastPage } from "#app/domain/search/matches.ts";
import type { Matches, PlacedSearch } from "#app/domain/search/matches.ts";
import type { SearchPlace, SearchResult } from "#app/domain/search/result.ts";
import { searchHref } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

/**
 * Answers a search: matches from the search engine, then one query by id to the database, which alone decides what
 * readers may see.
 */
export async function searchTechnicians(
  params: SearchParams,
  place: SearchPlace | null,
  now = new Date(),
): Promise<SearchResult> {
  const today = dayOf(now);
  const matches = await matchInEngine({ params, place }, today);
  return {
    source: "engine",
    cards: await toCards(matches, { params, place }, today),
    total: matches.total,
    pageCount: lastPage(matches.total, params.sort),
    counts: matches.counts,
    isPartial: matches.isPartial,
    toLoosen: matches.total > 0 ? [] : await countLoosened({ params, place }, (all) => countInEngine(all, today)),
  };
}

async function toCards({ hits }: Matches, { params, place }: PlacedSearch, today: Day): Promise<TechnicianCard[]> {
  const ids = hits.map((hit) => hit.id);
  const cards = await listCards(ids, { wanted: params.treatment, near: place, today });
  return hits.flatMap((hit) => {
    const card = cards.get(hit.id);
    return card ? [{ ...card, distanceKm: place && distanceFrom(place, hit) }] : [];
  });
}

/** Names the filter to loosen: what the same search gives without each one of them, most first. */
async function countLoosened(
  { params, place }: PlacedSearch,
  count: (searches: PlacedSearch[]) => Promise<number[]>,
): Promise<SearchResult["toLoosen"]> {
  const unit = place?.countryCode ? distanceUnitOf(place.countryCode) : "km";
  const filters = activeFilters(params, place?.name ?? null, unit);
  const totals = await count(
    filters.map(({ without }) => ({ params: { ...params, ...without }, place: "near" in without ? null : place })),
  );
  return filters
    .map(({ label, without }, at) => ({ label, href: searchHref(params, without), count: totals[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
