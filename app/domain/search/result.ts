import type { LatLng } from "#app/domain/places/distance.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import type { AlternativeKind } from "#app/domain/search/filter.ts";
import type { Position } from "#app/domain/search/technician-document.ts";

/** Cards on one page of results. */
export const PER_PAGE = 24;

/** Where a search looks: a position with the name that the page gives it. */
export type SearchPlace = LatLng & { name: string; countryCode: string | null };

/** What the engine returns of a match: who, and where they work. */
export type Hit = { id: string; claimed: 0 | 1 } & Position;
export const HIT_ATTRIBUTES = ["id", "claimed", "lat", "lng", "lat2", "lng2", "lat3", "lng3"];
/** The most matches that one engine query hands over. */
export const MAX_HITS = 1_000;

/** What choosing an option would give, per kind and option. */
export type OptionCounts = Record<AlternativeKind | "verified" | "feature" | "claimed", Record<string, number>>;

export type SearchResult = {
  /** Where the matches come from: the database stands in while the search engine does not answer. */
  source: "engine" | "database";
  cards: TechnicianCard[];
  total: number;
  pageCount: number;
  counts: OptionCounts;
  /** True when nothing matched all words and these match only some. */
  isPartial: boolean;
  /** Only when nothing was found: each filter with what the search gives without it, most first. */
  toLoosen: { label: string; href: string; count: number }[];
};
