import { buffer } from "node:stream/consumers";
import { photoFileName } from "#app/domain/media/photo.ts";
import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import type { Cover } from "#app/domain/media/photo-process.server.ts";
import { coverPhoto } from "#app/domain/media/prepare-photo.server.ts";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import { ownChangeablePhoto, ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { isFull, storage, type Storage } from "#app/platform/storage.server.ts";

/**
 * Hides parts of one's own photo for good, as long as its review is a draft or was sent back for changes. The picture
 * is encoded anew under a new key; the files that showed the parts are deleted before the change is committed, so that
 * in no case the old picture is kept while its owner believes it is gone.
 */
export async function coverReviewPhoto(
  viewer: Pick<Viewer, "userId">,
  photoId: string,
  cover: Cover,
  store: Storage = storage(),
): Promise<Result<null, PhotoRefusal | "not_found" | "closed" | "no_room">> {
  const where = { id: photoId, ...ownChangeablePhoto(viewer.userId) };
  const photo = await db().photo.findFirst({ where, select: { storageKey: true } });
  if (!photo) {
    const isOwn = await db().photo.count({ where: { id: photoId, ...ownPhoto(viewer.userId) } });
    return refuse(isOwn > 0 ? "closed" : "not_found");
  }
  const { storageKey } = photo;
  const stored = await store.read(storageKey, photoFileName(960));
  if (!stored) return refuse("not_found");
  const covered = await coverPhoto(await buffer(stored.stream), cover);
  if (!covered.ok) return covered;

  let key: string;
  try {
    ({ key } = await storePhoto(covered.value, store));
  } catch (problem) {
    if (isFull(problem)) return refuse("no_room");
    throw problem;
  }
  try {
    const { width, height, placeholderColour, perceptualHash, variants } = covered.value;
    const byteLength = variants[0]?.bytes.byteLength ?? 0;
    const isChanged = await db().$transaction(async (tx) => {
      const { count } = await tx.photo.updateMany({
        where: { ...where, storageKey },
        data: { storageKey: key, width, height, placeholderColour, perceptualHash, byteLength, hasAvif: false },
      });
      if (count !== 1) return false;
      if ((await tx.photo.count({ where: { storageKey } })) === 0) await store.remove(storageKey);
      const entry = { actorId: viewer.userId, action: "photo_parts_hidden", subjectKind: "photo", subjectId: photoId };
      await recordAudit(entry, tx);
      return true;
    });
    if (isChanged) return ok(null);
    await store.remove(key);
    return refuse("closed");
  } catch (problem) {
    await store.remove(key);
    throw problem;
  }
}
