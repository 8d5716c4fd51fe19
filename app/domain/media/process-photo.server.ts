import PQueue from "p-queue";
import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import { prepareHere, refusalOf } from "#app/domain/media/photo-work.server.mjs";
import { judgePhoto, photoSizes, toProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import type { ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";

export interface ProcessOptions {
  /** How many photos may wait for their turn before a further one is refused as `busy`. */
  maxWaiting?: number;
  timeoutSeconds?: number;
}

/** One at a time: a large photo needs some hundred megabytes while it is decoded. */
const queue = new PQueue({ concurrency: 1 });

/**
 * What `preparePhoto` does, but in this process, without a child's start and pipes: for pictures that we made
 * ourselves (sample data). What people send is never decoded in a process that answers requests.
 */
export async function processPhoto(
  bytes: Uint8Array,
  { maxWaiting = 2, timeoutSeconds = 10 }: ProcessOptions = {},
): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  const problem = judgePhoto(bytes);
  if (problem) return refuse(problem);
  if (queue.pending > 0 && queue.size >= maxWaiting) return refuse("busy");
  const outcome = await queue.add(async (): Promise<Result<ProcessedPhoto, PhotoRefusal>> => {
    try {
      return ok(toProcessedPhoto(await prepareHere(bytes, photoSizes(timeoutSeconds))));
    } catch (problem) {
      const reason = refusalOf(problem);
      if (!reason) throw problem;
      return refuse(reason);
    }
  });
  // p-queue gives nothing back for work that it gave up on, and it was never told to.
  if (!outcome) throw new Error("The photo queue dropped a photo");
  return outcome;
}
