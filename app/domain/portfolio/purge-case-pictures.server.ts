import { db } from "#app/platform/db.server.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

const AT_ONCE = 50;

/**
 * Deletes the pictures of withdrawn cases: the files first, then what is known about them; that there was consent and
 * when it ended stays with the case. Readers lost them with the commit that withdrew the case; this is called after it,
 * and by a job for what was cut off. Safe to repeat. Answers how many pictures went.
 */
export async function purgeCasePictures(
  { caseId }: { caseId?: string } = {},
  store: Storage = storage(),
): Promise<number> {
  const where = { portfolioCase: { status: "withdrawn" as const, ...(caseId === undefined ? {} : { id: caseId }) } };
  const photos = await db().photo.findMany({
    where,
    select: { id: true, storageKey: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  for (const { id, storageKey } of photos) {
    // Sample drawings are shared by several pictures.
    const sharers = await db().photo.count({ where: { storageKey, id: { not: id } } });
    if (sharers === 0) await store.remove(storageKey);
    await db().$transaction(async (tx) => {
      await tx.consent.updateMany({ where: { photoId: id }, data: { photoId: null } });
      await tx.photo.deleteMany({ where: { id, ...where } });
    });
  }
  const pending = await db().pendingUpload.findMany({ where, select: { id: true, storageKey: true } });
  for (const { id, storageKey } of pending) {
    await store.remove(storageKey);
    await db().pendingUpload.deleteMany({ where: { id } });
  }
  return photos.length;
}
