import { searchQuery } from "#app/domain/search/search-params.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";

const EVERYBODY = "/technicians";

/** Filters that make a page of their own when nothing else is asked for. */
const PAGES_OF_THEIR_OWN = ["near", "treatment"];

/**
 * The address that a search is known by. A list of everybody, of one place or of one treatment is a page of its own,
 * and so is each of its further pages; any other combination of filters is a view of the list of everybody.
 * `placeName` spells the place in one way, however it was typed.
 */
export function canonicalSearch(params: SearchParams, placeName: string | null): string {
  const query = searchQuery({ ...params, page: 1 });
  const [filter, ...others] = [...query.keys()];
  if (others.length > 0 || (filter !== undefined && !PAGES_OF_THEIR_OWN.includes(filter))) return EVERYBODY;
  if (filter === "near" && placeName !== null) query.set("near", placeName);
  if (params.page > 1) query.set("page", String(params.page));
  const text = query.toString();
  return text === "" ? EVERYBODY : `${EVERYBODY}?${text}`;
}
