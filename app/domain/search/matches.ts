import type { Hit, OptionCounts, SearchPlace } from "#app/domain/search/result.ts";
import { MAX_HITS, PER_PAGE } from "#app/domain/search/result.ts";
import { MAX_PAGE } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

/*
 * The part of a search that finds: who matches, in which order, and what each filter option would give. There are two
 * sources of matches with the same filters, the search engine and the database that stands in for it.
 */

/** A search as a source of matches gets it: parameters completed by `resolveSearch`, and where to look, if anywhere. */
export type PlacedSearch = { params: SearchParams; place: SearchPlace | null };

export type Matches = {
  /** The technicians of the asked page, in order. */
  hits: Hit[];
  total: number;
  counts: OptionCounts;
  /** True when nothing matched all words and these match only some. */
  isPartial: boolean;
};

/** Pages that can be opened; a distance sort is done on what one engine query hands over. */
export function lastPage(total: number, sort: SearchParams["sort"]): number {
  return Math.min(Math.ceil(total / PER_PAGE), sort === "distance" ? Math.floor(MAX_HITS / PER_PAGE) : MAX_PAGE);
}
