import type { PhotoRefusal } from "#app/domain/media/photo.ts";
import { preparePhoto } from "#app/domain/media/prepare-photo.server.ts";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import { MOST_CASE_PHOTOS, PORTFOLIO_QUOTA_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import { ageOfCasePhoto } from "#app/domain/portfolio/case-photo-age.ts";
import type { CaseDateRefusal } from "#app/domain/portfolio/case-photo-age.ts";
import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import { lockCase, ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { isFull, storage, type Storage } from "#app/platform/storage.server.ts";

/** What is said about a picture. `takenOn` is a day (midnight UTC); needed unless it is from before. */
export type CasePhotoWords = { isBefore: boolean; takenOn: Date | null; caption: string | null };
export type NoRoom = "not_found" | "closed" | "too_many" | "quota" | CaseDateRefusal;
export type AddCasePhotoRefusal = NoRoom | PhotoRefusal | "no_room" | "gone";

type Adding = {
  bytes: Uint8Array;
  words: CasePhotoWords;
  /** The upload in pieces that these bytes came by: it ends with the picture, and of two that finish it one does. */
  pendingId?: string;
};

/**
 * Keeps one picture of an own case that can be changed: at most eight, counting those on their way. Its stage comes
 * from the dates. Refused before the file is opened where that is already certain, and once more inside the
 * transaction. The picture has nobody's consent yet.
 */
export async function addCasePhoto(
  keeper: PortfolioKeeper,
  caseId: string,
  { bytes, words, pendingId }: Adding,
  now: Date,
  store: Storage = storage(),
): Promise<Result<{ photoId: string }, AddCasePhotoRefusal>> {
  const early = await findRoom(keeper, caseId, words, now, db(), pendingId);
  if (!early.ok) return early;
  const prepared = await preparePhoto(bytes);
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
      await lockCase(caseId, tx);
      if (pendingId !== undefined) {
        const { count } = await tx.pendingUpload.deleteMany({ where: { id: pendingId, ownerId: keeper.userId } });
        if (count !== 1) return refuse("gone" as const);
      }
      const room = await findRoom(keeper, caseId, words, now, tx);
      // Thrown away with the transaction: the upload stays as it was.
      if (!room.ok) throw new Turned(room.reason);
      const { width, height, placeholderColour, perceptualHash, variants } = prepared.value;
      const { id } = await tx.photo.create({
        data: {
          ...room.value,
          portfolioCaseId: caseId,
          storageKey: key,
          width,
          height,
          placeholderColour,
          perceptualHash,
          takenOn: words.takenOn,
          caption: words.caption,
          byteLength: variants[0]?.bytes.byteLength ?? 0,
          createdAt: now,
        },
        select: { id: true },
      });
      await recordAudit({ actorId: keeper.userId, action: "photo_added", subjectKind: "photo", subjectId: id }, tx);
      return ok({ photoId: id });
    });
    if (!added.ok) await store.remove(key);
    return added;
  } catch (problem) {
    await store.remove(key);
    if (problem instanceof Turned) return refuse(problem.reason);
    throw problem;
  }
}

/** Ends a transaction whose beginning must not stay. */
class Turned extends Error {
  constructor(readonly reason: NoRoom) {
    super(reason);
  }
}

/** The place and age that a picture would get, or why there is none for it. */
export async function findRoom(
  keeper: PortfolioKeeper,
  caseId: string,
  words: CasePhotoWords,
  now: Date,
  tx: Db,
  exceptPendingId?: string,
) {
  const found = await tx.portfolioCase.findFirst({
    where: { id: caseId, ...ownCases(keeper) },
    select: { status: true, lastSessionOn: true },
  });
  if (!found) return refuse("not_found" as const);
  if (!CHANGEABLE_CASES.includes(found.status)) return refuse("closed" as const);
  const age = ageOfCasePhoto({ ...words, lastSessionOn: found.lastSessionOn }, now);
  if (!age.ok) return age;
  const isOther = exceptPendingId === undefined ? {} : { id: { not: exceptPendingId } };
  const onTheWay = { expiresAt: { gt: now }, ...isOther };
  const [here, all, pendingHere, pending] = await Promise.all([
    tx.photo.aggregate({ where: { portfolioCaseId: caseId }, _count: true, _max: { position: true } }),
    tx.photo.aggregate({ where: { portfolioCase: ownCases(keeper) }, _sum: { byteLength: true } }),
    tx.pendingUpload.count({ where: { portfolioCaseId: caseId, ...onTheWay } }),
    tx.pendingUpload.aggregate({ where: { ownerId: keeper.userId, ...onTheWay }, _sum: { byteLength: true } }),
  ]);
  if (here._count + pendingHere >= MOST_CASE_PHOTOS) return refuse("too_many" as const);
  const used = (all._sum.byteLength ?? 0) + (pending._sum.byteLength ?? 0);
  if (used >= PORTFOLIO_QUOTA_BYTES) return refuse("quota" as const);
  return ok({ ...age.value, position: (here._max.position ?? -1) + 1 });
}
