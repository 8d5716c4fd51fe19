import { createHash } from "node:crypto";
import { MeilisearchApiError } from "meilisearch";
import type { Meilisearch } from "meilisearch";
import { TECHNICIANS_INDEX, TECHNICIANS_SETTINGS } from "#app/domain/search/index-settings.ts";
import { indexName, indexingClient } from "#app/platform/meilisearch.server.ts";

/** Thrown when the engine took a task and it failed: the message is the engine's. */
export class IndexingError extends Error {}

type EnqueuedTask = Awaited<ReturnType<ReturnType<Meilisearch["index"]>["deleteDocuments"]>>;

/** "Enqueued" is not "done": waits until the engine has carried the task out, and throws when it could not. */
export async function finish(task: EnqueuedTask, client: Meilisearch): Promise<void> {
  const done = await client.tasks.waitForTask(task.taskUid);
  if (done.status !== "succeeded") throw new IndexingError(done.error?.message ?? `The task ended as ${done.status}`);
}

const settingsHash = createHash("sha1").update(JSON.stringify(TECHNICIANS_SETTINGS)).digest("hex");

/**
 * Makes sure that the live index exists with today's settings. True when it was made or changed: then every
 * technician has to be sent again.
 */
export async function ensureTechniciansIndex(client = indexingClient()): Promise<boolean> {
  const uid = indexName(TECHNICIANS_INDEX);
  const exists = await client.getRawIndex(uid).then(
    () => true,
    (error: unknown) => {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return false;
      throw error;
    },
  );
  if (exists && (await readSettingsHash(client)) === settingsHash) return false;
  if (!exists) await finish(await client.createIndex(uid, { primaryKey: "id" }), client);
  await finish(await client.index(uid).updateSettings(TECHNICIANS_SETTINGS), client);
  await writeSettingsHash(client);
  return true;
}

/** The engine echoes settings in its own order and with its own defaults; so what we sent is kept beside, as a hash. */
const META = "meta";

async function readSettingsHash(client: Meilisearch): Promise<string | null> {
  try {
    const meta = await client.index<{ id: string; settingsHash: string }>(indexName(META)).getDocument(TECHNICIANS_INDEX);
    return meta.settingsHash;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
    throw error;
  }
}

async function writeSettingsHash(client: Meilisearch): Promise<void> {
  const task = await client
    .index(indexName(META))
    .addDocuments([{ id: TECHNICIANS_INDEX, settingsHash }], { primaryKey: "id" });
  await finish(task, client);
}
