import { createHash } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { TECHNICIANS_INDEX, TECHNICIANS_SETTINGS } from "#app/domain/search/index-settings.ts";
import { finish } from "#app/domain/search/index-task.server.ts";
import { indexName, isNotFound } from "#app/platform/meilisearch.server.ts";

/** The index that readers search. */
export const liveIndex = (): string => indexName(TECHNICIANS_INDEX);
/** The index that a rebuild fills beside it, and after the swap the one that was live before. */
export const spareIndex = (): string => indexName(`${TECHNICIANS_INDEX}_next`);

const settingsHash = createHash("sha1").update(JSON.stringify(TECHNICIANS_SETTINGS)).digest("hex");

/**
 * What is known of the live index. Kept beside it in the engine, so that it is lost exactly when the index is: the
 * settings it was built with, as a hash (the engine echoes settings in its own order and with its own defaults), and
 * the day up to which what runs out by the calendar has been sent again.
 */
type IndexNote = { settingsHash: string; clockDay: Day };
const NOTES = "meta";

export type IndexState = "ready" | "missing" | "outdated";

/**
 * `missing` when there is no complete index, `outdated` when it was built with other settings. An index only becomes
 * live when it is complete, so one without documents was emptied by somebody, unless nobody is listed at all.
 */
export async function indexState(client: Meilisearch, isAnybodyListed: () => Promise<boolean>): Promise<IndexState> {
  const count = await countDocuments(liveIndex(), client);
  const note = count === null ? null : await readNote(client);
  if (count === null || note === null) return "missing";
  if (count === 0 && (await isAnybodyListed())) return "missing";
  return note.settingsHash === settingsHash ? "ready" : "outdated";
}

/** Documents in an index; null when there is no such index. */
export async function countDocuments(uid: string, client: Meilisearch): Promise<number | null> {
  return orNull(async () => (await client.index(uid).getStats()).numberOfDocuments);
}

/** An empty index with today's settings, in place of whatever has the name. */
export async function createEmptyIndex(uid: string, client: Meilisearch): Promise<void> {
  await dropIndex(uid, client);
  await finish(await client.createIndex(uid, { primaryKey: "id" }), client);
  await finish(await client.index(uid).updateSettings(TECHNICIANS_SETTINGS), client);
}

export async function dropIndex(uid: string, client: Meilisearch): Promise<void> {
  if ((await countDocuments(uid, client)) !== null) await finish(await client.deleteIndex(uid), client);
}

/** When an index last changed; null when there is no such index. */
export async function indexChangedAt(uid: string, client: Meilisearch): Promise<Date | null> {
  return orNull(async () => new Date((await client.getRawIndex(uid)).updatedAt));
}

/** The day up to which the calendar has been followed; null without a live index. */
export async function readClockDay(client: Meilisearch): Promise<Day | null> {
  return (await readNote(client))?.clockDay ?? null;
}

/** Notes that the live index has today's settings and follows the calendar up to this day. */
export async function writeNote(clockDay: Day, client: Meilisearch): Promise<void> {
  const note = { id: TECHNICIANS_INDEX, settingsHash, clockDay };
  await finish(await client.index(indexName(NOTES)).addDocuments([note], { primaryKey: "id" }), client);
}

async function readNote(client: Meilisearch): Promise<IndexNote | null> {
  return orNull(() => client.index<IndexNote & { id: string }>(indexName(NOTES)).getDocument(TECHNICIANS_INDEX));
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
