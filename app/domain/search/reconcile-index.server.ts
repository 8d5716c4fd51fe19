import type { Meilisearch } from "meilisearch";
import { quote } from "#app/domain/search/filter.ts";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { visibleTechnicianIds, visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";

const BATCH = 1_000;

/**
 * Compares who is in the live index with who is listed, both ways, and marks the differences: somebody missing is sent
 * again, somebody who should not be there is removed. With the marks in place this finds nothing; it is the net below
 * them, for an engine that was restored from an old copy or changed by hand. Returns how many differed.
 */
export async function reconcileIndex(client: Meilisearch): Promise<number> {
  const index = client.index(liveIndex());
  let differing = 0;
  for (let offset = 0; ; offset += BATCH) {
    const { results } = await index.getDocuments<{ id: string }>({ fields: ["id"], limit: BATCH, offset });
    if (results.length === 0) break;
    const ids = results.map(({ id }) => id);
    const phantoms = await db().$queryRaw<{ id: string }[]>`
      SELECT held.id::text FROM unnest(${ids}::uuid[]) AS held(id)
      WHERE NOT EXISTS (SELECT 1 FROM "Technician" t WHERE t.id = held.id AND ${visibleTechnicianSql})`;
    differing += await mark(phantoms.map(({ id }) => id));
  }
  for await (const ids of visibleTechnicianIds(BATCH)) {
    const filter = `id IN [${ids.map(quote).join(", ")}]`;
    const { results } = await index.getDocuments<{ id: string }>({ fields: ["id"], limit: BATCH, filter });
    const found = new Set(results.map(({ id }) => id));
    differing += await mark(ids.filter((id) => !found.has(id)));
  }
  return differing;
}

async function mark(ids: string[]): Promise<number> {
  if (ids.length > 0) await db().$executeRaw`SELECT mark_for_search(${ids}::uuid[])`;
  return ids.length;
}
