import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { distanceUnitOf } from "#app/domain/places/countries.ts";
import { listCards } from "#app/domain/profiles/list-cards.server.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { activeFilters } from "#app/domain/search/active-filters.ts";
import { distanceFrom } from "#app/domain/search/area.server.ts";
import { engineOrDatabase } from "#app/domain/search/engine-or-database.server.ts";
import { countInDatabase, matchInDatabase } from "#app/domain/search/match-in-database.server.ts";
import { countInEngine, isEngineEmpty, matchInEngine } from "#app/domain/search/match-in-engine.server.ts";
import { lastPage } from "#app/domain/search/matches.ts";
import type { Matches, PlacedSearch } from "#app/domain/search/matches.ts";
import type { SearchPlace, SearchResult } from "#app/domain/search/result.ts";
import { searchHref } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

type Found = Matches & Pick<SearchResult, "toLoosen">;

/**
 * Answers a search: matches from the search engine, or from the database while the engine does not answer; then one
 * query by id to the database, which alone decides what readers may see. `onOutage` hears why the engine was passed
 * over. Throws when neither can find.
 */
export async function searchTechnicians(
  params: SearchParams,
  place: SearchPlace | null,
  { now = new Date(), onOutage = () => undefined }: { now?: Date; onOutage?: (error: unknown) => void } = {},
): Promise<SearchResult> {
  const today = dayOf(now);
  const search = { params, place };
  const { answer, source, failure } = await engineOrDatabase<Found>({
    engine: async (signal) => {
      const matches = await matchInEngine(search, today, signal);
      return withToLoosen(matches, search, (all) => countInEngine(all, today, signal));
    },
    database: async () => {
      const matches = await matchInDatabase(search, today);
      return withToLoosen(matches, search, (all) => countInDatabase(all, today));
    },
    // Nothing found may mean that there is nothing in the index at all.
    isUsable: async ({ total }, signal) => total > 0 || !(await isEngineEmpty(signal)),
  });
  if (failure !== null) onOutage(failure);
  const { hits, ...rest } = answer;
  return { ...rest, source, cards: await toCards(hits, search, today), pageCount: lastPage(answer.total, params.sort) };
}

async function toCards(hits: Matches["hits"], { params, place }: PlacedSearch, today: Day): Promise<TechnicianCard[]> {
  const ids = hits.map((hit) => hit.id);
  const cards = await listCards(ids, { wanted: params.treatment, near: place, today });
  return hits.flatMap((hit) => {
    const card = cards.get(hit.id);
    return card ? [{ ...card, distanceKm: place && distanceFrom(place, hit) }] : [];
  });
}

/** Where nothing was found, names the filters to loosen: what the same search gives without each one, most first. */
async function withToLoosen(
  matches: Matches,
  { params, place }: PlacedSearch,
  count: (searches: PlacedSearch[]) => Promise<number[]>,
): Promise<Found> {
  if (matches.total > 0) return { ...matches, toLoosen: [] };
  const unit = place?.countryCode ? distanceUnitOf(place.countryCode) : "km";
  const filters = activeFilters(params, place?.name ?? null, unit);
  const totals = await count(
    filters.map(({ without }) => ({ params: { ...params, ...without }, place: "near" in without ? null : place })),
  );
  const toLoosen = filters
    .map(({ label, without }, at) => ({ label, href: searchHref(params, without), count: totals[at] ?? 0 }))
    .filter(({ count: given }) => given > 0)
    .sort((a, b) => b.count - a.count);
  return { ...matches, toLoosen };
}
