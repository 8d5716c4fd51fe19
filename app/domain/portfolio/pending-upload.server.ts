import { buffer } from "node:stream/consumers";
import { MAX_PHOTO_BYTES } from "#app/domain/media/photo.ts";
import { addCasePhoto, findRoom } from "#app/domain/portfolio/add-case-photo.server.ts";
import type { AddCasePhotoRefusal, CasePhotoWords, NoRoom } from "#app/domain/portfolio/add-case-photo.server.ts";
import { LEAST_PIECE_BYTES, PENDING_HOURS, PIECE_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import { lockCase } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { db } from "#app/platform/db.server.ts";
import { HOUR_MS } from "#app/platform/durations.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isFull, newStorageKey, storage, type Storage } from "#app/platform/storage.server.ts";

/*
 * A picture that is sent in pieces, so that a dropped connection costs one piece and not the whole. The row says how
 * many bytes are in; each piece is a file of its own, named after its offset. Nothing of it is opened as a picture
 * before all bytes are in.
 */
export type UploadState = { uploadId: string; receivedBytes: number };
type BeginRefusal = NoRoom | "too_large" | "another_file";

const pieceName = (offset: number) => `${offset}.part`;

/**
 * Begins an upload, or goes on with the one of the same file: answers how many bytes are in already. Size, room and
 * dates are looked at before a single byte is taken (U-01).
 */
export async function beginUpload(
  keeper: PortfolioKeeper,
  caseId: string,
  { fingerprint, byteLength, words }: { fingerprint: string; byteLength: number; words: CasePhotoWords },
  now: Date,
): Promise<Result<UploadState, BeginRefusal>> {
  if (byteLength > MAX_PHOTO_BYTES) return refuse("too_large");
  return db().$transaction(async (tx) => {
    await lockCase(caseId, tx);
    const begun = await tx.pendingUpload.findFirst({
      where: { portfolioCaseId: caseId, fingerprint, ownerId: keeper.userId },
      select: { id: true, byteLength: true, receivedBytes: true },
    });
    const room = await findRoom(keeper, caseId, words, now, tx, begun?.id);
    if (!room.ok) return room;
    const expiresAt = new Date(now.getTime() + PENDING_HOURS * HOUR_MS);
    if (begun) {
      if (begun.byteLength !== byteLength) return refuse("another_file" as const);
      await tx.pendingUpload.update({ where: { id: begun.id }, data: { expiresAt } });
      return ok({ uploadId: begun.id, receivedBytes: begun.receivedBytes });
    }
    const { id } = await tx.pendingUpload.create({
      data: {
        ownerId: keeper.userId,
        portfolioCaseId: caseId,
        fingerprint,
        byteLength,
        storageKey: newStorageKey(),
        expiresAt,
        createdAt: now,
      },
      select: { id: true },
    });
    return ok({ uploadId: id, receivedBytes: 0 });
  });
}

type PieceRefusal =
  | { kind: "gone" | "more_than_announced" | "too_small" | "no_room" }
  /** The piece does not begin where the last one ended: sent twice, out of order, or by another window. */
  | { kind: "offset"; receivedBytes: number };

/**
 * Takes the piece that begins at `offset`. The row is held while it is written, so of two that come for the same place
 * one is taken and the other told how far things are (compare-and-swap on the offset).
 */
export async function takePiece(
  keeper: PortfolioKeeper,
  uploadId: string,
  { offset, bytes }: { offset: number; bytes: Uint8Array },
  now: Date,
  store: Storage = storage(),
): Promise<Result<UploadState, PieceRefusal>> {
  return db().$transaction(async (tx): Promise<Result<UploadState, PieceRefusal>> => {
    await tx.$queryRaw`SELECT 1 FROM "PendingUpload" WHERE id = ${uploadId}::uuid FOR UPDATE`;
    const found = await tx.pendingUpload.findFirst({
      where: { id: uploadId, ownerId: keeper.userId, expiresAt: { gt: now } },
      select: { byteLength: true, receivedBytes: true, storageKey: true },
    });
    if (!found) return refuse({ kind: "gone" });
    const { byteLength, receivedBytes, storageKey } = found;
    if (offset !== receivedBytes) return refuse({ kind: "offset", receivedBytes });
    const after = offset + bytes.byteLength;
    if (after > byteLength || bytes.byteLength > PIECE_BYTES) return refuse({ kind: "more_than_announced" });
    // Not thousands of files for one picture.
    if (bytes.byteLength < LEAST_PIECE_BYTES && after < byteLength) return refuse({ kind: "too_small" });
    try {
      await store.put(storageKey, pieceName(offset), bytes);
    } catch (problem) {
      if (isFull(problem)) return refuse({ kind: "no_room" });
      throw problem;
    }
    await tx.pendingUpload.updateMany({ where: { id: uploadId, receivedBytes }, data: { receivedBytes: after } });
    return ok({ uploadId, receivedBytes: after });
  });
}

/** Not all bytes are in: the sender goes on from here. */
type Unfinished = { kind: "offset"; receivedBytes: number };
/** Refusals after which the same bytes could still become a picture: what was sent is kept. */
const WORTH_KEEPING: readonly AddCasePhotoRefusal[] = [
  "busy",
  "no_room",
  "no_date",
  "no_last_session",
  "before_last_session",
  "future_date",
  "too_many",
  "quota",
];

/**
 * Makes a picture of an upload whose bytes are all in. What can't be a picture is deleted with its upload; where the
 * sender can change something, or come back later, it stays.
 */
export async function finishUpload(
  keeper: PortfolioKeeper,
  uploadId: string,
  words: CasePhotoWords,
  now: Date,
  store: Storage = storage(),
): Promise<Result<{ photoId: string }, { kind: AddCasePhotoRefusal } | Unfinished>> {
  const found = await db().pendingUpload.findFirst({
    where: { id: uploadId, ownerId: keeper.userId, expiresAt: { gt: now } },
    select: { byteLength: true, receivedBytes: true, storageKey: true, portfolioCaseId: true },
  });
  if (!found) return refuse({ kind: "gone" });
  const { byteLength, receivedBytes, storageKey, portfolioCaseId } = found;
  if (receivedBytes < byteLength) return refuse({ kind: "offset", receivedBytes });
  const bytes = await readPieces(storageKey, byteLength, store);
  // Its files were lost, or another finish was faster.
  if (!bytes) return refuse({ kind: "gone" });
  const added = await addCasePhoto(keeper, portfolioCaseId, { bytes, words, pendingId: uploadId }, now, store);
  if (added.ok) {
    await store.remove(storageKey);
    return added;
  }
  if (!WORTH_KEEPING.includes(added.reason)) await forgetUpload(keeper, uploadId, store);
  return refuse({ kind: added.reason });
}

async function readPieces(storageKey: string, byteLength: number, store: Storage): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < byteLength) {
    const stored = await store.read(storageKey, pieceName(size));
    if (!stored) return null;
    const piece = await buffer(stored.stream);
    if (piece.length === 0) return null;
    pieces.push(piece);
    size += piece.length;
  }
  return size === byteLength ? Buffer.concat(pieces) : null;
}

/** Discards an own upload with what was sent of it; nothing happens to anybody else's. */
export async function forgetUpload(
  keeper: PortfolioKeeper,
  uploadId: string,
  store: Storage = storage(),
): Promise<void> {
  const where = { id: uploadId, ownerId: keeper.userId };
  const found = await db().pendingUpload.findFirst({ where, select: { storageKey: true } });
  if (!found) return;
  const { count } = await db().pendingUpload.deleteMany({ where });
  if (count === 1) await store.remove(found.storageKey);
}

const AT_ONCE = 100;

/** Deletes what was begun and not sent to the end in time. The row goes last: cut off, the next turn ends the work. */
export async function forgetOldUploads(now: Date, store: Storage = storage()): Promise<number> {
  const old = await db().pendingUpload.findMany({
    where: { expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
    take: AT_ONCE,
    select: { id: true, storageKey: true },
  });
  for (const { id, storageKey } of old) {
    await store.remove(storageKey);
    await db().pendingUpload.deleteMany({ where: { id, expiresAt: { lte: now } } });
  }
  return old.length;
}
