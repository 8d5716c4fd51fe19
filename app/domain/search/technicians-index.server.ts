import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";
import { TECHNICIANS_INDEX, TECHNICIANS_SETTINGS } from "#app/domain/search/index-settings.ts";
import { indexName, indexingClient, isNotFound } from "#app/platform/meilisearch.server.ts";

/** Thrown when the engine took a task and it failed: the message is the engine's. */
class IndexingError extends Error {}

type EnqueuedTask = { taskUid: number };

const LONGEST_TASK_MS = 10 * 60_000;

/**
 * "Enqueued" is not "done": waits until the engine has carried the task out, and throws when it could not. Asked in
 * growing steps; the client's own waiting leaves a listener behind at every question.
 */
export async function finish({ taskUid }: EnqueuedTask, client: Meilisearch): Promise<void> {
  const deadline = Date.now() + LONGEST_TASK_MS;
  for (let pause = 4; ; pause = Math.min(pause * 1.5, 200)) {
    const task = await client.tasks.getTask(taskUid);
    if (task.status === "succeeded") return;
    if (task.status === "failed" || task.status === "canceled") {
      throw new IndexingError(task.error?.message ?? `The task was ${task.status}`);
    }
    if (Date.now() > deadline) throw new IndexingError(`Task ${taskUid} is still ${task.status} after ten minutes`);
    await delay(pause);
  }
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
      if (isNotFound(error)) return false;
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
    const meta = await client
      .index<{ id: string; settingsHash: string }>(indexName(META))
      .getDocument(TECHNICIANS_INDEX);
    return meta.settingsHash;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function writeSettingsHash(client: Meilisearch): Promise<void> {
  const task = await client
    .index(indexName(META))
    .addDocuments([{ id: TECHNICIANS_INDEX, settingsHash }], { primaryKey: "id" });
  await finish(task, client);
}
