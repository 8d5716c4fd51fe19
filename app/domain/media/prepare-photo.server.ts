import { z } from "zod";
import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import { runPhotoJob, type Cover, type PhotoJob, type QuarterTurns } from "#app/domain/media/photo-process.server.ts";
import { judgePhoto, photoSizes, toProcessedPhoto, type ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";

const WORK_SECONDS = 9;
const bytes = z.instanceof(Uint8Array);
const prepared = z.object({
  width: z.int(),
  height: z.int(),
  variants: z.array(z.object({ width: z.int(), bytes })),
  grey: bytes,
  average: bytes,
});

/**
 * Turns an uploaded photo into the pictures that are kept: decoded (JPEG, PNG, WebP only), turned upright, stripped
 * of all metadata and encoded anew, so nothing of the original bytes survives. Of an animation the first frame is
 * kept. Refused with a reason: see `PHOTO_REFUSALS`.
 */
export async function preparePhoto(file: Uint8Array): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  const problem = judgePhoto(file);
  if (problem) return refuse(problem);
  return processed({ kind: "prepare", bytes: file, sizes: photoSizes(WORK_SECONDS) });
}

/** Encodes a kept picture anew without its cut-off edges and covered cells; nothing of them is in the result. */
export function coverPhoto(file: Uint8Array, cover: Cover): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  return processed({ kind: "cover", bytes: file, sizes: photoSizes(WORK_SECONDS), cover });
}

/** Encodes a kept picture anew, turned clockwise by quarters. */
export function rotatePhoto(file: Uint8Array, turns: QuarterTurns): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  return processed({ kind: "rotate", bytes: file, sizes: photoSizes(WORK_SECONDS), turns });
}

/** The same picture as AVIF. For files of ours only. */
export async function encodeAvif(file: Uint8Array): Promise<Result<Uint8Array, PhotoRefusal>> {
  const outcome = await runPhotoJob({ kind: "avif", bytes: file });
  return outcome.ok ? ok(bytes.parse(outcome.value)) : refuse(outcome.reason);
}

/** A photographed document as JPEG, at most `side` pixels wide and high, without metadata. */
export async function encodePage(file: Uint8Array, side: number): Promise<Result<Uint8Array, PhotoRefusal>> {
  const problem = judgePhoto(file);
  if (problem) return refuse(problem);
  const sizes = { ...photoSizes(WORK_SECONDS), widths: [side], maxHeight: side };
  const outcome = await runPhotoJob({ kind: "page", bytes: file, sizes });
  return outcome.ok ? ok(bytes.parse(outcome.value)) : refuse(outcome.reason);
}

async function processed(job: PhotoJob): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  const outcome = await runPhotoJob(job);
  return outcome.ok ? ok(toProcessedPhoto(prepared.parse(outcome.value))) : refuse(outcome.reason);
}
