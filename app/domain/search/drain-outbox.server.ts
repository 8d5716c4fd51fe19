import { dayOf } from "#app/domain/criteria/evidence.ts";
import { TECHNICIANS_INDEX } from "#app/domain/search/index-settings.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { technicianDocument } from "#app/domain/search/technician-document.ts";
import { ensureTechniciansIndex, finish } from "#app/domain/search/technicians-index.server.ts";
import { db } from "#app/platform/db.server.ts";
import { indexName, indexingClient } from "#app/platform/meilisearch.server.ts";

const BATCH = 1_000;

/** Marks every technician's search document as out of date, for a new or emptied index. */
export async function markAllTechnicians(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "SearchOutbox" ("technicianId") SELECT id FROM "Technician"
    ON CONFLICT ("technicianId") DO UPDATE SET version = "SearchOutbox".version + 1, "notBefore" = now(), "deadAt" = NULL`;
}

/**
 * Brings the index up to date with the database: re-reads each marked technician, sends the document (or removes it
 * when readers may no longer see it), waits until the engine has done it, and only then clears the version it saw.
 * Safe to run again, and side by side. Returns how many were sent.
 */
export async function drainOutbox(
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const client = indexingClient();
  if (await ensureTechniciansIndex(client)) await markAllTechnicians();
  const index = client.index(indexName(TECHNICIANS_INDEX));
  const total = await db().searchOutbox.count({ where: { deadAt: null, notBefore: { lte: new Date() } } });
  let done = 0;
  for (;;) {
    const due = await db().searchOutbox.findMany({
      where: { deadAt: null, notBefore: { lte: new Date() } },
      orderBy: { technicianId: "asc" },
      take: BATCH,
      select: { technicianId: true, version: true },
    });
    if (due.length === 0) return done;
    const ids = due.map((row) => row.technicianId);
    const documents = (await loadFacts(ids, db())).map((facts) => technicianDocument(facts, dayOf(new Date())));
    const sent = new Set(documents.map((document) => document.id));
    const gone = ids.filter((id) => !sent.has(id));
    if (gone.length > 0) await finish(await index.deleteDocuments(gone), client);
    if (documents.length > 0) await finish(await index.addDocuments(documents, { primaryKey: "id" }), client);
    const versions = due.map((row) => row.version);
    await db().$executeRaw`
      DELETE FROM "SearchOutbox" o USING unnest(${ids}::uuid[], ${versions}::int[]) AS seen(id, version)
      WHERE o."technicianId" = seen.id AND o.version = seen.version`;
    done += due.length;
    onProgress(Math.min(done, total), Math.max(done, total));
  }
}
