import type { Meilisearch } from "meilisearch";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { IndexingError, finish } from "#app/domain/search/index-task.server.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { makeDocuments, sendTechnicians } from "#app/domain/search/send-technicians.server.ts";
import type { RefusedTechnician } from "#app/domain/search/send-technicians.server.ts";
import { sendMarked } from "#app/domain/search/send-marked.server.ts";
import type { IndexingOptions } from "#app/domain/search/send-marked.server.ts";
import {
  countDocuments,
  createEmptyIndex,
  dropIndex,
  liveIndex,
  spareIndex,
  writeNote,
} from "#app/domain/search/technicians-index.server.ts";
import { countVisibleTechnicians, visibleTechnicianIds } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";

/** Documents a task, and what the process makes and reads at once. */
const BATCH = 1_000;
/**
 * The engine merges the tasks that wait into one, and larger ones cost less a document; but a change that readers wait
 * for queues behind them. These are a second or two of its work.
 */
const TASKS_AHEAD = 6;

/**
 * Builds the index anew beside the live one and swaps them, so that readers never meet a half-filled one. Changes made
 * meanwhile go to both as they come. The old index stays as the spare one until the calendar clears it away. Returns
 * how many technicians were sent. For the index writer only; killed at any point, the live index is whole and the next
 * rebuild starts again.
 */
export async function rebuildIndex(options: IndexingOptions = {}): Promise<number> {
  const client = indexingClient();
  const [live, spare] = [liveIndex(), spareIndex()];
  const startedOn = dayOf((options.now ?? (() => new Date()))());
  const hadLive = (await countDocuments(live, client)) !== null;
  await createEmptyIndex(spare, client);
  // With nothing to keep in step, marks wait for the end of the rebuild.
  const inStep = hadLive ? [live, spare] : [spare];
  const sent = await fill(spare, inStep, client, options);
  await sendMarked(inStep, { ...options, onProgress: undefined });
  await assertWhole(spare, sent.refused, client);
  if (!hadLive) await createEmptyIndex(live, client);
  await finish(await client.swapIndexes([{ indexes: [live, spare], rename: false }]), client);
  await writeNote(startedOn, client);
  if (!hadLive) await dropIndex(spare, client);
  return sent.count;
}

async function fill(
  spare: string,
  inStep: string[],
  client: Meilisearch,
  { onProgress = () => undefined, onRefused = () => undefined, now = () => new Date(), ...rest }: IndexingOptions,
): Promise<{ count: number; refused: number }> {
  const total = await countVisibleTechnicians();
  const tasks: BulkTask[] = [];
  let [count, refused] = [0, 0];
  for await (const ids of visibleTechnicianIds(BATCH)) {
    const made = makeDocuments(await loadFacts(ids, db()), now());
    report(made.refused);
    if (made.documents.length > 0) {
      const { taskUid } = await client.index(spare).addDocuments(made.documents, { primaryKey: "id" });
      tasks.push({ taskUid, ids });
    }
    // The engine carries tasks out in the order in which they came, so a change read now lands after an older reading.
    await sendMarked(inStep, { ...rest, onRefused, now });
    while (tasks.length > TASKS_AHEAD) report(await finishFirst(tasks, spare, client, now()));
    count += made.documents.length;
    onProgress(Math.min(count, total), Math.max(count, total));
  }
  while (tasks.length > 0) report(await finishFirst(tasks, spare, client, now()));
  return { count, refused };

  function report(some: RefusedTechnician[]) {
    refused += some.length;
    if (some.length > 0) onRefused(some);
  }
}

type BulkTask = { taskUid: number; ids: string[] };

/** A batch that was refused goes again in the way that finds out which of its technicians is at fault. */
async function finishFirst(
  tasks: BulkTask[],
  spare: string,
  client: Meilisearch,
  now: Date,
): Promise<RefusedTechnician[]> {
  const first = tasks.shift();
  if (!first) return [];
  try {
    await finish(first, client);
    return [];
  } catch (error) {
    if (!(error instanceof IndexingError && error.isRefusal)) throw error;
    return sendTechnicians(first.ids, [spare], client, now);
  }
}

/** What is swapped in must hold everybody; a few may have come or gone since the last look. */
async function assertWhole(spare: string, refused: number, client: Meilisearch): Promise<void> {
  const [documents, visible] = await Promise.all([countDocuments(spare, client), countVisibleTechnicians()]);
  const pending = await db().searchOutbox.count();
  if (documents === null || Math.abs(visible - documents) > pending + refused) {
    throw new Error(`The new index holds ${documents ?? "no"} of ${visible} technicians, so the old one stays`);
  }
}
