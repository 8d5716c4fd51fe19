import type { MultiSearchQuery } from "meilisearch";
import { TECHNICIANS_INDEX } from "#app/domain/search/index-settings.ts";
import type { Hit } from "#app/domain/search/result.ts";
import { indexName, searchClient } from "#app/platform/meilisearch.server.ts";

export type EngineQuery = Omit<MultiSearchQuery, "indexUid">;
export type EngineAnswer = {
  hits: Hit[];
  /** All matches; only where the query asked for pages. */
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

/** Several queries on the technicians index in one request, answered in their order. */
export async function askEngine(queries: EngineQuery[], signal?: AbortSignal): Promise<EngineAnswer[]> {
  if (queries.length === 0) return [];
  const indexUid = indexName(TECHNICIANS_INDEX);
  const { results } = await searchClient().multiSearch<{ queries: MultiSearchQuery[] }, Hit>(
    { queries: queries.map((query) => ({ ...query, indexUid })) },
    signal && { signal },
  );
  return results;
}
