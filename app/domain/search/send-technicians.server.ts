import type { Meilisearch } from "meilisearch";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { IndexingError, finish } from "#app/domain/search/index-task.server.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { technicianDocument } from "#app/domain/search/technician-document.ts";
import type { TechnicianDocument, TechnicianFacts } from "#app/domain/search/technician-document.ts";
import { db } from "#app/platform/db.server.ts";

/** A technician whose document can't be made or is refused by the engine, and why: sending it again would not help. */
export type RefusedTechnician = { technicianId: string; why: string };

/**
 * Brings these technicians up to date in these indexes: re-reads each as it is now, sends the document, or removes it
 * where readers may not see the technician, and waits until the engine has done it. Throws when the engine can't be
 * reached or fails; a technician that can't be indexed is reported and stands in nobody else's way.
 */
export async function sendTechnicians(
  ids: string[],
  uids: string[],
  client: Meilisearch,
  now: Date,
): Promise<RefusedTechnician[]> {
  const facts = await loadFacts(ids, db());
  const { documents, refused } = makeDocuments(facts, now);
  const known = new Set(facts.map(({ id }) => id));
  const gone = ids.filter((id) => !known.has(id));
  for (const uid of uids) {
    if (gone.length > 0) await finish(await client.index(uid).deleteDocuments(gone), client);
    refused.push(...(await sendDocuments(documents, uid, client)));
  }
  return refused;
}

export function makeDocuments(
  facts: TechnicianFacts[],
  now: Date,
): { documents: TechnicianDocument[]; refused: RefusedTechnician[] } {
  const refused: RefusedTechnician[] = [];
  const documents = facts.flatMap((technician) => {
    try {
      return technicianDocument(technician, dayOf(now));
    } catch (error) {
      refused.push({ technicianId: technician.id, why: reasonOf(error) });
      return [];
    }
  });
  return { documents, refused };
}

/** One bad document fails its whole task: then halves are tried, until it stands alone. */
async function sendDocuments(
  documents: TechnicianDocument[],
  uid: string,
  client: Meilisearch,
): Promise<RefusedTechnician[]> {
  const [first] = documents;
  if (!first) return [];
  try {
    await finish(await client.index(uid).addDocuments(documents, { primaryKey: "id" }), client);
    return [];
  } catch (error) {
    if (!(error instanceof IndexingError && error.isRefusal)) throw error;
    if (documents.length === 1) return [{ technicianId: first.id, why: reasonOf(error) }];
    const half = Math.ceil(documents.length / 2);
    return [
      ...(await sendDocuments(documents.slice(0, half), uid, client)),
      ...(await sendDocuments(documents.slice(half), uid, client)),
    ];
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
