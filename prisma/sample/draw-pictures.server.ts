import { processPhoto } from "#app/domain/media/process-photo.server.ts";
import type { ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { storage } from "#app/platform/storage.server.ts";
import { drawingKey, headKey } from "./drawings/head-spec.ts";
import type { HeadSpec } from "./drawings/head-spec.ts";
import { renderDrawing } from "./drawings/render-drawing.ts";
import type { PlannedPhoto } from "./make-portfolio.ts";

type Picture = Pick<
  Prisma.PhotoCreateManyInput,
  "storageKey" | "width" | "height" | "placeholderColour" | "perceptualHash"
>;

const WORKERS = 3;

async function makePicture(drawing: HeadSpec): Promise<Picture> {
  const processed = await processPhoto(await renderDrawing(drawing), { maxWaiting: WORKERS });
  if (!processed.ok) throw new Error(`The drawing ${drawingKey(drawing)} was refused: ${processed.reason}`);
  return pictureOf(processed.value);
}

async function pictureOf(processed: ProcessedPhoto): Promise<Picture> {
  const { key, width, height, placeholderColour } = await storePhoto(processed);
  return { storageKey: key, width, height, placeholderColour, perceptualHash: processed.perceptualHash };
}

/** Pictures that were stored but are not in the database yet, so that they can be taken away again. */
export async function removePictures(photos: readonly Pick<Picture, "storageKey">[]): Promise<void> {
  const keys = new Set(photos.map(({ storageKey }) => storageKey));
  for (const key of keys) await storage().remove(key);
}

/**
 * Draws every picture once, sends it through the same pipeline as an upload and stores it. Photos that show the same
 * picture share it. When one fails, those already stored are removed again.
 */
export async function drawPictures(
  photos: readonly PlannedPhoto[],
  onProgress: (done: number, total: number) => void,
): Promise<Prisma.PhotoCreateManyInput[]> {
  const drawings = new Map(photos.map(({ drawing }) => [drawingKey(drawing), drawing]));
  // The stages of one head share most of their work.
  const waiting = [...drawings.values()].sort((a, b) => headKey(a).localeCompare(headKey(b)));
  const total = waiting.length;
  const made = new Map<string, Picture>();
  const work = async (): Promise<void> => {
    for (let drawing = waiting.shift(); drawing !== undefined; drawing = waiting.shift()) {
      made.set(drawingKey(drawing), await makePicture(drawing));
      onProgress(made.size, total);
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: WORKERS }, work));
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure) {
    await removePictures([...made.values()]);
    throw failure.reason;
  }
  return photos.map(({ drawing, row }) => {
    const picture = made.get(drawingKey(drawing));
    if (!picture) throw new Error(`The drawing ${drawingKey(drawing)} is missing`);
    return { ...row, ...picture };
  });
}
