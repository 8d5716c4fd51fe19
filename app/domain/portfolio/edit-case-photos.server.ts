import type { CasePhotoWords } from "#app/domain/portfolio/add-case-photo.server.ts";
import { ageOfCasePhoto } from "#app/domain/portfolio/case-photo-age.ts";
import type { CaseDateRefusal } from "#app/domain/portfolio/case-photo-age.ts";
import { moved } from "#app/domain/portfolio/move-in-order.ts";
import type { Move } from "#app/domain/portfolio/move-in-order.ts";
import { lockCase, ownChangeablePhoto, whyNotChangeable } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

type Refusal = "not_found" | "closed";
type Found = { storageKey: string; portfolioCaseId: string; lastSessionOn: Date | null };

/** The picture with its case held until the end of the transaction, or why it can't be changed. */
async function hold(keeper: PortfolioKeeper, photoId: string, tx: Db): Promise<Result<Found, Refusal>> {
  const where = ownChangeablePhoto(keeper, photoId);
  const found = await tx.photo.findFirst({ where, select: { portfolioCaseId: true } });
  if (!found?.portfolioCaseId) return refuse(await whyNotChangeable(keeper, photoId, tx));
  await lockCase(found.portfolioCaseId, tx);
  const held = await tx.photo.findFirst({
    where,
    select: { storageKey: true, portfolioCaseId: true, portfolioCase: { select: { lastSessionOn: true } } },
  });
  if (!held?.portfolioCaseId) return refuse(await whyNotChangeable(keeper, photoId, tx));
  const { storageKey, portfolioCaseId, portfolioCase } = held;
  return ok({ storageKey, portfolioCaseId, lastSessionOn: portfolioCase?.lastSessionOn ?? null });
}

/** Changes what is said about a picture; its stage follows the dates. The picture stays the same. */
export async function describeCasePhoto(
  keeper: PortfolioKeeper,
  photoId: string,
  words: CasePhotoWords,
  now: Date,
): Promise<Result<{ caseId: string }, Refusal | CaseDateRefusal>> {
  return db().$transaction(async (tx) => {
    const held = await hold(keeper, photoId, tx);
    if (!held.ok) return held;
    const age = ageOfCasePhoto({ ...words, lastSessionOn: held.value.lastSessionOn }, now);
    if (!age.ok) return age;
    const { takenOn, caption } = words;
    await tx.photo.updateMany({ where: { id: photoId }, data: { ...age.value, takenOn, caption } });
    const entry = { actorId: keeper.userId, action: "photo_described", subjectKind: "photo", subjectId: photoId };
    await recordAudit(entry, tx);
    return ok({ caseId: held.value.portfolioCaseId });
  });
}

/** Moves a picture one place up or down within its case. */
export async function moveCasePhoto(
  keeper: PortfolioKeeper,
  photoId: string,
  move: Move,
): Promise<Result<null, Refusal>> {
  return db().$transaction(async (tx) => {
    const held = await hold(keeper, photoId, tx);
    if (!held.ok) return held;
    const rows = await tx.photo.findMany({
      where: { portfolioCaseId: held.value.portfolioCaseId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const order = moved(
      rows.map(({ id }) => id),
      photoId,
      move,
    );
    for (const [position, id] of order.entries()) await tx.photo.updateMany({ where: { id }, data: { position } });
    const entry = { actorId: keeper.userId, action: "photo_moved", subjectKind: "photo", subjectId: photoId };
    await recordAudit(entry, tx);
    return ok(null);
  });
}

/** Removes a picture for good. Its files go before the commit: cut off in between, removing it again ends the work. */
export async function removeCasePhoto(
  keeper: PortfolioKeeper,
  photoId: string,
  store: Storage = storage(),
): Promise<Result<null, Refusal>> {
  return db().$transaction(async (tx) => {
    const held = await hold(keeper, photoId, tx);
    if (!held.ok) return held;
    const { storageKey } = held.value;
    // That there was consent stays on record with the case.
    await tx.consent.updateMany({ where: { photoId }, data: { photoId: null } });
    await tx.photo.deleteMany({ where: { id: photoId } });
    // Sample drawings are shared by several pictures.
    if ((await tx.photo.count({ where: { storageKey } })) === 0) await store.remove(storageKey);
    const entry = { actorId: keeper.userId, action: "photo_removed", subjectKind: "photo", subjectId: photoId };
    await recordAudit(entry, tx);
    return ok(null);
  });
}
