import { buffer } from "node:stream/consumers";
import { photoFileName } from "#app/domain/media/photo.ts";
import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import type { Cover, QuarterTurns } from "#app/domain/media/photo-process.server.ts";
import { coverPhoto, rotatePhoto } from "#app/domain/media/prepare-photo.server.ts";
import type { ProcessedPhoto } from "#app/domain/media/processed-photo.ts";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import { lockCase, ownChangeablePhoto, whyNotChangeable } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { isFull, storage, type Storage } from "#app/platform/storage.server.ts";

type Replaced = Result<{ photoId: string }, PhotoRefusal | "not_found" | "closed" | "no_room">;
type Work = (file: Uint8Array) => Promise<Result<ProcessedPhoto, PhotoRefusal>>;

/** Hides parts of a picture of an own case for good, or cuts off its edges. */
export function coverCasePhoto(
  keeper: PortfolioKeeper,
  photoId: string,
  cover: Cover,
  now: Date,
  store: Storage = storage(),
): Promise<Replaced> {
  return replace(
    keeper,
    photoId,
    { work: (file) => coverPhoto(file, cover), action: "photo_parts_hidden" },
    now,
    store,
  );
}

/** Turns a picture of an own case clockwise, by quarters. */
export function rotateCasePhoto(
  keeper: PortfolioKeeper,
  photoId: string,
  turns: QuarterTurns,
  now: Date,
  store: Storage = storage(),
): Promise<Replaced> {
  return replace(keeper, photoId, { work: (file) => rotatePhoto(file, turns), action: "photo_turned" }, now, store);
}

/**
 * Encodes a picture anew under a new key and puts it in the place of the old one, as a picture with an id of its own:
 * consent that was given for the old one is not consent for this one. The old files are deleted before the change is
 * committed, so that in no case they are kept while the technician believes they are gone.
 */
async function replace(
  keeper: PortfolioKeeper,
  photoId: string,
  { work, action }: { work: Work; action: string },
  now: Date,
  store: Storage,
): Promise<Replaced> {
  const where = ownChangeablePhoto(keeper, photoId);
  const photo = await db().photo.findFirst({ where, select: { storageKey: true, portfolioCaseId: true } });
  if (!photo?.portfolioCaseId) return refuse(await whyNotChangeable(keeper, photoId, db()));
  const { storageKey, portfolioCaseId } = photo;
  const stored = await store.read(storageKey, photoFileName(960));
  if (!stored) return refuse("not_found");
  const worked = await work(await buffer(stored.stream));
  if (!worked.ok) return worked;
  let key: string;
  try {
    ({ key } = await storePhoto(worked.value, store));
  } catch (problem) {
    if (isFull(problem)) return refuse("no_room");
    throw problem;
  }
  try {
    const { width, height, placeholderColour, perceptualHash, variants } = worked.value;
    const replaced = await db().$transaction(async (tx) => {
      await lockCase(portfolioCaseId, tx);
      const old = await tx.photo.findFirst({ where: { ...where, storageKey } });
      if (!old) return refuse("closed" as const);
      // That there was consent stays on record with the case.
      await tx.consent.updateMany({ where: { photoId }, data: { photoId: null } });
      await tx.photo.delete({ where: { id: photoId } });
      const { stage, daysSinceLastSession, takenOn, caption, position, isSample } = old;
      const { id } = await tx.photo.create({
        data: {
          portfolioCaseId,
          stage,
          daysSinceLastSession,
          takenOn,
          caption,
          position,
          isSample,
          storageKey: key,
          width,
          height,
          placeholderColour,
          perceptualHash,
          byteLength: variants[0]?.bytes.byteLength ?? 0,
          createdAt: now,
        },
        select: { id: true },
      });
      // Sample drawings are shared by several pictures.
      if ((await tx.photo.count({ where: { storageKey } })) === 0) await store.remove(storageKey);
      await recordAudit({ actorId: keeper.userId, action, subjectKind: "photo", subjectId: id }, tx);
      return ok({ photoId: id });
    });
    if (!replaced.ok) await store.remove(key);
    return replaced;
  } catch (problem) {
    await store.remove(key);
    throw problem;
  }
}
