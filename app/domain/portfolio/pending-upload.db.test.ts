import { beforeEach, expect, test } from "vitest";
import sharp from "sharp";
import { PENDING_HOURS, PIECE_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import {
  beginUpload,
  finishUpload,
  forgetOldUploads,
  forgetUpload,
  takePiece,
} from "#app/domain/portfolio/pending-upload.server.ts";
import { db } from "#app/platform/db.server.ts";
import { storage } from "#app/platform/storage.server.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import { addCase, NOW, openPortfolioDesk } from "../../../tests/support/portfolio-desk.ts";
import type { PortfolioDesk } from "../../../tests/support/portfolio-desk.ts";

let desk: PortfolioDesk;
let caseId: string;
let file: Buffer;
beforeEach(async () => {
  desk = await openPortfolioDesk();
  caseId = await addCase(desk);
  const raw = Buffer.alloc(700 * 700 * 3);
  for (let at = 0; at < raw.length; at += 1) raw[at] = (Math.imul(at, 2_654_435_761) >>> 11) & 0xff;
  // Noise, without compression: some 1.4 MB, three pieces.
  file = await sharp(raw, { raw: { width: 700, height: 700, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
});

const words = { isBefore: true, takenOn: null, caption: null };
const begin = async (fingerprint = "same-file", byteLength = file.length) => {
  const begun = await beginUpload(desk.keeper, caseId, { fingerprint, byteLength, words }, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
};
const send = (uploadId: string, offset: number, bytes = file.subarray(offset, offset + PIECE_BYTES)) =>
  takePiece(desk.keeper, uploadId, { offset, bytes }, NOW);

async function sendAll(uploadId: string, from = 0): Promise<void> {
  for (let offset = from; offset < file.length; offset += PIECE_BYTES) await send(uploadId, offset);
}

test("a picture arrives in pieces, and after a reload it goes on where it stopped", async () => {
  const { uploadId } = await begin();
  expect(await send(uploadId, 0)).toEqual({ ok: true, value: { uploadId, receivedBytes: PIECE_BYTES } });
  expect(await finishUpload(desk.keeper, uploadId, words, NOW)).toEqual({
    ok: false,
    reason: { kind: "offset", receivedBytes: PIECE_BYTES },
  });
  expect(await begin()).toEqual({ uploadId, receivedBytes: PIECE_BYTES });
  await sendAll(uploadId, PIECE_BYTES);
  const { storageKey } = await db().pendingUpload.findUniqueOrThrow({ where: { id: uploadId } });
  expect((await finishUpload(desk.keeper, uploadId, words, NOW)).ok).toBe(true);
  expect(await db().photo.findMany({ where: { portfolioCaseId: caseId } })).toMatchObject([
    { width: 700, stage: "before" },
  ]);
  expect(await db().pendingUpload.count()).toBe(0);
  expect(await storage().read(storageKey, "0.part")).toBeNull();
});

test("a piece sent twice or out of order changes nothing and is told how far things are", async () => {
  const { uploadId } = await begin();
  await send(uploadId, 0);
  const offset = { ok: false, reason: { kind: "offset", receivedBytes: PIECE_BYTES } };
  expect(await send(uploadId, 0)).toEqual(offset);
  expect(await send(uploadId, 2 * PIECE_BYTES)).toEqual(offset);
});

test("F-11 two tabs, fifty times the same piece: it is taken once", async () => {
  const { uploadId } = await begin();
  const outcomes = await asManyAtOnce(50, () => send(uploadId, 0));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await begin()).toEqual({ uploadId, receivedBytes: PIECE_BYTES });
});

test("F-11 two tabs that finish at once make one picture", async () => {
  const { uploadId } = await begin();
  await sendAll(uploadId);
  const finish = () => finishUpload(desk.keeper, uploadId, words, NOW);
  const outcomes = await Promise.all([finish(), finish()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().photo.count()).toBe(1);
});

test("U-01 more than 10 MB is refused before a byte is sent, and more than announced while it is", async () => {
  const huge = { fingerprint: "huge-file", byteLength: 10 * 1024 * 1024 + 1, words };
  expect(await beginUpload(desk.keeper, caseId, huge, NOW)).toEqual({ ok: false, reason: "too_large" });
  const { uploadId } = await begin("small-file", 10);
  expect(await send(uploadId, 0, file.subarray(0, 11))).toEqual({
    ok: false,
    reason: { kind: "more_than_announced" },
  });
  expect(await db().pendingUpload.findMany()).toMatchObject([{ receivedBytes: 0 }]);
});

test("U-01 what is on its way counts as a picture of the case, and can be discarded", async () => {
  for (let at = 0; at < 8; at += 1) await begin(`file-number-${at}`, 100);
  const ninth = { fingerprint: "file-number-9", byteLength: 100, words };
  expect(await beginUpload(desk.keeper, caseId, ninth, NOW)).toEqual({ ok: false, reason: "too_many" });
  const { uploadId } = await begin("file-number-0", 100);
  await forgetUpload(desk.stranger, uploadId);
  expect(await db().pendingUpload.count()).toBe(8);
  await forgetUpload(desk.keeper, uploadId);
  expect((await beginUpload(desk.keeper, caseId, ninth, NOW)).ok).toBe(true);
});

test("Z-02 nobody sends pieces of, or finishes, somebody else's upload", async () => {
  const { uploadId } = await begin();
  const gone = { ok: false, reason: { kind: "gone" } };
  expect(await takePiece(desk.stranger, uploadId, { offset: 0, bytes: file.subarray(0, 99_999) }, NOW)).toEqual(gone);
  expect(await finishUpload(desk.stranger, uploadId, words, NOW)).toEqual(gone);
  expect(await beginUpload(desk.stranger, caseId, { fingerprint: "same-file", byteLength: 9, words }, NOW)).toEqual({
    ok: false,
    reason: "not_found",
  });
});

test("U-02 bytes that are no picture are decoded only when complete, and forgotten", async () => {
  const page = Buffer.from("<script>alert(1)</script>");
  const { uploadId } = await begin("a-web-page", page.length);
  expect((await send(uploadId, 0, page)).ok).toBe(true);
  expect(await finishUpload(desk.keeper, uploadId, words, NOW)).toEqual({
    ok: false,
    reason: { kind: "not_an_image" },
  });
  expect(await db().pendingUpload.count()).toBe(0);
});

test("after a day what was not finished is deleted by the clock, files included", async () => {
  const { uploadId } = await begin();
  await send(uploadId, 0);
  const { storageKey } = await db().pendingUpload.findUniqueOrThrow({ where: { id: uploadId } });
  expect(await forgetOldUploads(NOW)).toBe(0);
  expect(await forgetOldUploads(new Date(NOW.getTime() + PENDING_HOURS * 3_600_000))).toBe(1);
  expect(await storage().read(storageKey, "0.part")).toBeNull();
  expect(await db().pendingUpload.count()).toBe(0);
});
