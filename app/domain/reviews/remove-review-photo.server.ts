import { ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { PHOTO_CONSENT_VERSION } from "#app/domain/reviews/photo-words.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

type Owner = Pick<Viewer, "userId">;

/**
 * Takes back the consent to publish a photo of one's own, whatever became of its review: from the commit on it is gone
 * for readers everywhere (P-02). Its owner still sees it, and can remove it for good. Doing it again changes nothing.
 */
export async function withdrawPhotoConsent(
  viewer: Owner,
  photoId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return db().$transaction(async (tx) => {
    const photo = await tx.photo.findFirst({
      where: { id: photoId, ...ownPhoto(viewer.userId) },
      select: { id: true },
    });
    if (!photo) return refuse("not_found");
    const mine = { photoId, purpose: "publish_photo" as const };
    const { count } = await tx.consent.updateMany({
      where: { ...mine, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) {
      if (await tx.consent.count({ where: mine })) return ok(null);
      // A picture without a line in the ledger gets one that says no.
      const { userId } = viewer;
      const line = { ...mine, userId, textVersion: PHOTO_CONSENT_VERSION, givenAt: now, withdrawnAt: now };
      await tx.consent.create({ data: line });
    }
    const entry = {
      actorId: viewer.userId,
      action: "photo_consent_withdrawn",
      subjectKind: "photo",
      subjectId: photoId,
    };
    await recordAudit(entry, tx);
    return ok(null);
  });
}

/**
 * Removes a photo of one's own for good, whatever became of its review. Consent goes first and the files before the
 * row: where it is cut off nobody sees the picture any more, and removing it again finishes the work.
 */
export async function removeReviewPhoto(
  viewer: Owner,
  photoId: string,
  now: Date = new Date(),
  store: Storage = storage(),
): Promise<Result<null, "not_found">> {
  const withdrawn = await withdrawPhotoConsent(viewer, photoId, now);
  if (!withdrawn.ok) return withdrawn;
  const where = { id: photoId, ...ownPhoto(viewer.userId) };
  const photo = await db().photo.findFirst({ where, select: { storageKey: true } });
  if (!photo) return ok(null);
  // Sample drawings are shared by several photos.
  const sharers = await db().photo.count({ where: { storageKey: photo.storageKey, id: { not: photoId } } });
  if (sharers === 0) await store.remove(photo.storageKey);
  await db().$transaction(async (tx) => {
    const { count } = await tx.photo.deleteMany({ where });
    if (count === 0) return;
    await recordAudit(
      { actorId: viewer.userId, action: "photo_removed", subjectKind: "photo", subjectId: photoId },
      tx,
    );
  });
  return ok(null);
}
