import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { canonicalSearch } from "#app/domain/search/canonical-search.ts";
import { PER_PAGE } from "#app/domain/search/result.ts";
import type { SearchParams } from "#app/domain/search/search-params.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { JsonLd } from "#app/platform/json-ld.ts";

type ShownCard = Pick<TechnicianCard, "slug" | "name">;

/**
 * Title, description and the like of a page of results, for search engines and shared links. `cards` is null where
 * nothing could be searched: such a page may well be found later, one without results should not.
 */
export function describeSearch(
  params: SearchParams,
  placeName: string | null,
  cards: readonly ShownCard[] | null,
  origin: string,
): { title: string; description: string; path: string; isIndexed: boolean; jsonLd: JsonLd | undefined } {
  const where = placeName === null ? "" : ` near ${placeName}`;
  return {
    title: `SMP technicians${where} | Hairline`,
    description: `Scalp micropigmentation technicians${where}, with licences, hygiene, healed results and training as facts you can check.`,
    path: canonicalSearch(params, placeName),
    isIndexed: cards?.length !== 0,
    jsonLd: cards && cards.length > 0 ? itemList(cards, (params.page - 1) * PER_PAGE + 1, origin) : undefined,
  };
}

/** The technicians of the page in the words of schema.org; `first` is the place of the first of them. */
function itemList(cards: readonly ShownCard[], first: number, origin: string): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: cards.map(({ slug, name }, at) => ({
      "@type": "ListItem",
      position: first + at,
      url: `${origin}${technicianPath(slug)}`,
      name,
    })),
  };
}
