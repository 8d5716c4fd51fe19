import { buffer } from "node:stream/consumers";
import { avifFileName, PHOTO_WIDTHS, photoFileName } from "#app/domain/media/photo.ts";
import { encodeAvif } from "#app/domain/media/prepare-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

/** Of one round; the next comes soon, and people's uploads wait for nothing but the picture at hand. */
const AT_ONCE = 4;
/** Photos of drafts change while they are written: hiding a part of one makes new files. */
const SETTLED_MS = 60_000;

/**
 * Makes the AVIF copies of photos that have none yet, newest first. One that can't be made (its files are gone, the encoder gave up)
 * counts as done all the same: readers have the WebP. Answers how many photos were done with.
 */
export async function makeAvif(now: Date, store: Storage = storage()): Promise<number> {
  const waiting = await db().photo.groupBy({
    by: ["storageKey"],
    where: { hasAvif: false, createdAt: { lte: new Date(now.getTime() - SETTLED_MS) } },
    orderBy: { _max: { createdAt: "desc" } },
    take: AT_ONCE,
  });
  let done = 0;
  for (const { storageKey } of waiting) {
    // Somebody's upload comes first; the next round goes on here.
    if (!(await copyAll(store, storageKey))) break;
    const { count } = await db().photo.updateMany({ where: { storageKey }, data: { hasAvif: true } });
    // Removed while its copies were made: these must not outlive it.
    if (count === 0) await store.remove(storageKey);
    done += 1;
  }
  return done;
}

/** False where there was no turn for it. */
async function copyAll(store: Storage, key: string): Promise<boolean> {
  let last: { webp: Buffer; avif: Uint8Array } | undefined;
  for (const width of PHOTO_WIDTHS) {
    const stored = await store.read(key, photoFileName(width));
    if (!stored) continue;
    const webp = await buffer(stored.stream);
    // A small photo is kept under several names with the same bytes.
    if (!last?.webp.equals(webp)) {
      const made = await encodeAvif(webp);
      if (!made.ok) return made.reason !== "busy";
      last = { webp, avif: made.value };
    }
    // AVIF is nearly always smaller; where it isn't, the WebP is the better answer.
    if (last.avif.byteLength < webp.length) await store.put(key, avifFileName(width), last.avif);
  }
  return true;
}
