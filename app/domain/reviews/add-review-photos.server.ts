import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import { preparePhoto } from "#app/domain/media/prepare-photo.server.ts";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import { ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { ageOfPhoto } from "#app/domain/reviews/photo-age.ts";
import { MOST_PHOTOS, PHOTO_CONSENT_VERSION, PHOTO_QUOTA_BYTES } from "#app/domain/reviews/photo-words.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { isFull, storage, type Storage } from "#app/platform/storage.server.ts";

/** What the photo belongs to. */
export type PhotoParent = { reviewId: string } | { followUpId: string };
export type NewReviewPhoto = {
  bytes: Uint8Array;
  /** The day it was taken (midnight UTC); needed unless it is from before, or belongs to a follow-up. */
  takenOn: Date | null;
  isBefore: boolean;
  /** The tick under PHOTO_CONSENT_WORDS, given with this upload. */
  hasConsent: boolean;
};
export type PhotoProblemOnAdding =
  | PhotoRefusal
  | "not_found"
  | "closed"
  | "too_many"
  | "no_consent"
  | "quota"
  | "no_date"
  | "future_date"
  | "no_last_session"
  | "no_room";

type Author = Pick<Viewer, "userId">;
type Parent = { lastSessionOn: Date | null; followUpDays: number | null };

/**
 * Keeps one photo of the author's own review or follow-up while that is a draft or was sent back for changes: at most
 * six, with the consent to publish it on record. Its stage comes from the dates. Refused before the file is opened
 * where that is already certain, and once more inside the transaction, so that many uploads at once come to six.
 */
export async function addReviewPhoto(
  viewer: Author,
  to: PhotoParent,
  photo: NewReviewPhoto,
  now: Date,
  store: Storage = storage(),
): Promise<Result<{ photoId: string }, PhotoProblemOnAdding>> {
  if (!photo.hasConsent) return refuse("no_consent");
  const early = await findRoom(viewer, to, photo, now, db());
  if (!early.ok) return early;
  const prepared = await preparePhoto(photo.bytes);
  if (!prepared.ok) return prepared;

  let key: string;
  try {
    ({ key } = await storePhoto(prepared.value, store));
  } catch (problem) {
    if (isFull(problem)) return refuse("no_room");
    throw problem;
  }
  try {
    const added = await db().$transaction(async (tx) => {
      await lockParent(to, tx);
      const room = await findRoom(viewer, to, photo, now, tx);
      if (!room.ok) return room;
      const { width, height, placeholderColour, perceptualHash, variants } = prepared.value;
      const { id } = await tx.photo.create({
        data: {
          ...columnOf(to),
          ...room.value,
          storageKey: key,
          width,
          height,
          placeholderColour,
          perceptualHash,
          takenOn: photo.takenOn,
          byteLength: variants[0]?.bytes.byteLength ?? 0,
          createdAt: now,
          consents: {
            create: {
              purpose: "publish_photo",
              textVersion: PHOTO_CONSENT_VERSION,
              userId: viewer.userId,
              givenAt: now,
            },
          },
        },
        select: { id: true },
      });
      await recordAudit({ actorId: viewer.userId, action: "photo_added", subjectKind: "photo", subjectId: id }, tx);
      return ok({ photoId: id });
    });
    if (!added.ok) await store.remove(key);
    return added;
  } catch (problem) {
    await store.remove(key);
    throw problem;
  }
}

function columnOf(to: PhotoParent) {
  return "reviewId" in to ? { reviewId: to.reviewId } : { reviewFollowUpId: to.followUpId };
}

/** Holds the row until the end of the transaction: photos of one review are counted and added one after the other. */
async function lockParent(to: PhotoParent, tx: Db): Promise<void> {
  if ("reviewId" in to) await tx.$queryRaw`SELECT 1 FROM "Review" WHERE id = ${to.reviewId}::uuid FOR UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM "ReviewFollowUp" WHERE id = ${to.followUpId}::uuid FOR UPDATE`;
}

/** The place and age that the photo would get, or why there is none for it. */
async function findRoom(viewer: Author, to: PhotoParent, photo: NewReviewPhoto, now: Date, tx: Db) {
  const parent = await findParent(viewer, to, tx);
  if (!parent.ok) return parent;
  const age = ageOfPhoto({ ...photo, ...parent.value }, now);
  if (!age.ok) return age;
  const [here, all] = await Promise.all([
    tx.photo.aggregate({ where: columnOf(to), _count: true, _max: { position: true } }),
    tx.photo.aggregate({ where: ownPhoto(viewer.userId), _sum: { byteLength: true } }),
  ]);
  if (here._count >= MOST_PHOTOS) return refuse("too_many" as const);
  if ((all._sum.byteLength ?? 0) >= PHOTO_QUOTA_BYTES) return refuse("quota" as const);
  return ok({ ...age.value, position: (here._max.position ?? -1) + 1 });
}

async function findParent(
  { userId }: Author,
  to: PhotoParent,
  tx: Db,
): Promise<Result<Parent, "not_found" | "closed">> {
  if ("reviewId" in to) {
    const where = { id: to.reviewId, authorId: userId };
    const review = await tx.review.findFirst({ where, select: { status: true, lastSessionOn: true } });
    if (!review) return refuse("not_found");
    if (review.status !== "draft" && review.status !== "changes_requested") return refuse("closed");
    return ok({ lastSessionOn: review.lastSessionOn, followUpDays: null });
  }
  const followUp = await tx.reviewFollowUp.findFirst({
    where: { id: to.followUpId, review: { authorId: userId } },
    select: { status: true, daysSinceLastSession: true, review: { select: { lastSessionOn: true } } },
  });
  if (!followUp) return refuse("not_found");
  if (followUp.status !== "draft" && followUp.status !== "changes_requested") return refuse("closed");
  return ok({ lastSessionOn: followUp.review.lastSessionOn, followUpDays: followUp.daysSinceLastSession });
}
