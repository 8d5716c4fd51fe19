import { TECHNICIANS_SETTINGS } from "#app/domain/search/index-settings.ts";
import { asIndexWriter } from "#app/domain/search/index-writer.server.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import { makeDocuments } from "#app/domain/search/send-technicians.server.ts";
import { db } from "#app/platform/db.server.ts";
import type pg from "pg";
import type { BareMeilisearch } from "./bare-meilisearch.ts";
import { median } from "./median.ts";

/** Documents held in memory for the comparison: about 150 MB. */
const MOST_HELD = 100_000;
const READ_AT_ONCE = 1_000;
/** Documents a request: as many as our indexer sends, and what the engine likes best. */
const BATCHES = [1_000, 10_000] as const;
/** Up to this many technicians a comparison takes seconds, so it is done three times. */
const REPEATED_BELOW = 20_000;

/** Documents as JSON, ready to be sent. */
export type HeldDocuments = readonly string[];

export type IndexFigures = {
  documents: number;
  perSecond: number;
  /** Documents in the bare comparison; fewer than the others where not all fit into memory. */
  bareDocuments: number;
  bare: { batch: number; perSecond: number }[];
  /** Time a document, ours over the best bare one. */
  ratio: number;
};

/** Builds the application's own index, as `npm run reindex` does. Resolves with documents a second. */
export async function buildIndex(
  onProgress: (text: string) => void,
): Promise<{ documents: number; perSecond: number }> {
  const began = performance.now();
  const documents = await asIndexWriter(() =>
    rebuildIndex({ onProgress: (done, total) => onProgress(`indexing ${done} of ${total}`) }),
  );
  return { documents, perSecond: (documents * 1_000) / (performance.now() - began) };
}

/** The documents that the index holds, made once and kept. */
export async function holdDocuments(client: pg.Client): Promise<HeldDocuments> {
  const { rows } = await client.query<{ id: string }>('SELECT id::text FROM "Technician" ORDER BY id LIMIT $1', [
    MOST_HELD,
  ]);
  const held: string[] = [];
  for (let at = 0; at < rows.length; at += READ_AT_ONCE) {
    const ids = rows.slice(at, at + READ_AT_ONCE).map(({ id }) => id);
    const { documents } = makeDocuments(await loadFacts(ids, db()), new Date());
    held.push(...documents.map((document) => JSON.stringify(document)));
  }
  return held;
}

/** Our indexer and the bare engine in turn; the bare one leaves an index called `bareUid` behind. */
export async function compareIndexing(
  meilisearch: BareMeilisearch,
  { held, bareUid, onProgress }: { held: HeldDocuments; bareUid: string; onProgress: (text: string) => void },
): Promise<IndexFigures> {
  const own: number[] = [];
  const bare = BATCHES.map((batch) => ({ batch, rates: [] as number[] }));
  let documents = 0;
  for (let round = 0; round < (held.length <= REPEATED_BELOW ? 3 : 1); round += 1) {
    const built = await buildIndex(onProgress);
    documents = built.documents;
    own.push(built.perSecond);
    for (const { batch, rates } of bare) {
      onProgress(`bare Meilisearch, ${batch} documents a request`);
      rates.push(await feed(meilisearch, { held, uid: bareUid, batch }));
    }
  }
  const rates = bare.map(({ batch, rates: all }) => ({ batch, perSecond: median(all) }));
  const perSecond = median(own);
  return {
    documents,
    perSecond,
    bareDocuments: held.length,
    bare: rates,
    ratio: Math.max(...rates.map((rate) => rate.perSecond)) / perSecond,
  };
}

/** Fills an empty index of the same settings as fast as the engine takes it. Resolves with documents a second. */
export async function feed(
  meilisearch: BareMeilisearch,
  { held, uid, batch }: { held: HeldDocuments; uid: string; batch: number },
): Promise<number> {
  await meilisearch.removeIndexes(uid);
  const began = performance.now();
  await meilisearch.perform("POST", "/indexes", JSON.stringify({ uid, primaryKey: "id" }));
  await meilisearch.perform("PATCH", `/indexes/${uid}/settings`, JSON.stringify(TECHNICIANS_SETTINGS));
  const tasks: Promise<void>[] = [];
  for (let at = 0; at < held.length; at += batch) {
    const body = `[${held.slice(at, at + batch).join(",")}]`;
    tasks.push(meilisearch.perform("POST", `/indexes/${uid}/documents`, body));
  }
  await Promise.all(tasks);
  return (held.length * 1_000) / (performance.now() - began);
}
