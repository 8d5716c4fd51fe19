import { photoFileName, type Photo } from "#app/domain/media/photo.ts";
import type { ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import { newStorageKey, storage, type Storage } from "#app/platform/storage.server.ts";

/**
 * Keeps every variant of a processed photo under one new random key. When one can't be written (disk full), those
 * already written are removed again and the error is thrown. Returns what pages need to show it.
 */
export async function storePhoto(processed: ProcessedPhoto, store: Storage = storage()): Promise<Photo> {
  const key = newStorageKey();
  try {
    for (const variant of processed.variants) await store.put(key, photoFileName(variant.width), variant.bytes);
  } catch (problem) {
    await store.remove(key);
    throw problem;
  }
  return { key, width: processed.width, height: processed.height, placeholderColour: processed.placeholderColour };
}
