import { setTimeout as delay } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";

/** Thrown when the engine took a task and could not carry it out; the message is the engine's. */
export class IndexingError extends Error {
  /** The documents are at fault: sending them again would fail again. */
  readonly isRefusal: boolean;
  constructor(message: string, isRefusal = false) {
    super(message);
    this.isRefusal = isRefusal;
  }
}

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
      throw new IndexingError(
        task.error?.message ?? `The task was ${task.status}`,
        task.error?.type === "invalid_request",
      );
    }
    if (Date.now() > deadline) throw new IndexingError(`Task ${taskUid} is still ${task.status} after ten minutes`);
    await delay(pause);
  }
}
