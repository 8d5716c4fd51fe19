import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import { sendMarked } from "#app/domain/search/send-marked.server.ts";
import type { IndexingOptions } from "#app/domain/search/send-marked.server.ts";
import { indexState, liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { isAnybodyListed } from "#app/domain/technicians/visible-technician.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";

/**
 * Brings the live index up to date with the database, whatever state it is in: one that is missing, was emptied or has
 * other settings is built anew, else the marked technicians are sent. Returns how many were sent. For the index writer
 * only (index-writer.server.ts).
 */
export async function drainOutbox(options: IndexingOptions = {}): Promise<number> {
  const state = await indexState(indexingClient(), isAnybodyListed);
  if (state !== "ready") return rebuildIndex(options);
  return sendMarked([liveIndex()], options);
}
