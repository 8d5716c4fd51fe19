import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { addCasePhoto } from "#app/domain/portfolio/add-case-photo.server.ts";
import { MOST_CASE_PHOTOS, PORTFOLIO_QUOTA_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import { describeCasePhoto, moveCasePhoto, removeCasePhoto } from "#app/domain/portfolio/edit-case-photos.server.ts";
import { findOwnCase, findOwnCasePhoto } from "#app/domain/portfolio/find-own-case.server.ts";
import { listOwnCases } from "#app/domain/portfolio/list-own-cases.server.ts";
import { moveCase } from "#app/domain/portfolio/move-case.server.ts";
import { coverCasePhoto, rotateCasePhoto } from "#app/domain/portfolio/replace-case-photo.server.ts";
import { changeCase } from "#app/domain/portfolio/save-case.server.ts";
import { sendCase } from "#app/domain/portfolio/send-case.server.ts";
import { db } from "#app/platform/db.server.ts";
import { storage } from "#app/platform/storage.server.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import {
  addCase,
  addDraft,
  addPicture,
  addSent,
  jpeg,
  NOW,
  openPortfolioDesk,
  versionOf,
  WORDS,
} from "../../../tests/support/portfolio-desk.ts";
import type { PortfolioDesk } from "../../../tests/support/portfolio-desk.ts";

let desk: PortfolioDesk;
beforeEach(async () => {
  desk = await openPortfolioDesk();
});

const NOT_FOUND = { ok: false, reason: "not_found" };
const before = { isBefore: true, takenOn: null, caption: null };
const COVER = { top: 10, right: 0, bottom: 0, left: 0, columns: 8, rows: 8, hidden: [0] };
const keyOf = async (id: string) => (await db().photo.findUniqueOrThrow({ where: { id } })).storageKey;
const files = async (key: string) => (await storage().read(key, "960.webp"))?.stream ?? null;

test("Z-02 Z-03 nobody reads or changes what is in somebody else's portfolio", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const [photoId = ""] = photoIds;
  const { stranger } = desk;
  expect(await findOwnCase(stranger, caseId, NOW)).toBeNull();
  expect(await findOwnCasePhoto(stranger, caseId, photoId)).toBeNull();
  expect(await listOwnCases(stranger, NOW)).toEqual([]);
  expect(await changeCase(stranger, caseId, { ...WORDS, title: "Mine", version: 1 })).toEqual(NOT_FOUND);
  expect(await addCasePhoto(stranger, caseId, { bytes: await jpeg(), words: before }, NOW)).toEqual(NOT_FOUND);
  expect(await moveCase(stranger, caseId, "up")).toBe(false);
  expect(await moveCasePhoto(stranger, photoId, "down")).toEqual(NOT_FOUND);
  expect(await removeCasePhoto(stranger, photoId)).toEqual(NOT_FOUND);
  expect(await describeCasePhoto(stranger, photoId, before, NOW)).toEqual(NOT_FOUND);
  expect(await rotateCasePhoto(stranger, photoId, 1, NOW)).toEqual(NOT_FOUND);
  expect(await coverCasePhoto(stranger, photoId, COVER, NOW)).toEqual(NOT_FOUND);
  for (const event of ["submit", "take_back", "reopen", "withdraw"] as const) {
    expect(await sendCase(stranger, caseId, { event, version: 1 }, NOW)).toEqual({
      ok: false,
      reason: { kind: "not_found" },
    });
  }
  expect(await db().portfolioCase.findUnique({ where: { id: caseId } })).toMatchObject({
    title: WORDS.title,
    version: 1,
    status: "draft",
  });
});

test("U-06 P-01 what a camera wrote into a file is gone from what is kept", async () => {
  const caseId = await addCase(desk);
  expect((await sharp(await jpeg()).metadata()).exif).toBeDefined();
  const stream = await files(await keyOf(await addPicture(desk, caseId)));
  const { exif, xmp, iptc, icc } = await sharp(await buffer(stream ?? expect.unreachable())).metadata();
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
});

test.each([
  ["a page", Buffer.from("<script>alert(1)</script>"), "not_an_image"],
  ["a picture cut off", Buffer.from("\xff\xd8\xff rest", "latin1"), "damaged"],
  ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "unsupported_type"],
])("U-02 U-05 %s is refused and leaves nothing behind", async (_, bytes, reason) => {
  const caseId = await addCase(desk);
  expect(await addCasePhoto(desk.keeper, caseId, { bytes, words: before }, NOW)).toEqual({ ok: false, reason });
  expect(await db().photo.count()).toBe(0);
});

describe("U-01 U-04 room", () => {
  test("ends at eight pictures, however many come at once", async () => {
    const caseId = await addCase(desk);
    for (let at = 0; at < MOST_CASE_PHOTOS - 1; at += 1) await addPicture(desk, caseId, { seed: at });
    const bytes = await jpeg();
    const add = () => addCasePhoto(desk.keeper, caseId, { bytes, words: before }, NOW);
    const outcomes = await Promise.all([add(), add(), add()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().photo.count()).toBe(MOST_CASE_PHOTOS);
  });

  test("ends with the quota of the portfolio", async () => {
    const caseId = await addCase(desk);
    const id = await addPicture(desk, caseId);
    await db().photo.update({ where: { id }, data: { byteLength: PORTFOLIO_QUOTA_BYTES } });
    const outcome = await addCasePhoto(desk.keeper, caseId, { bytes: await jpeg(), words: before }, NOW);
    expect(outcome).toEqual({ ok: false, reason: "quota" });
  });
});

test("F-22 a turned or covered picture has another key and id, and the old files are gone", async () => {
  const { photoIds } = await addDraft(desk);
  let [photoId = ""] = photoIds;
  for (const work of [
    (id: string) => rotateCasePhoto(desk.keeper, id, 1, NOW),
    (id: string) => coverCasePhoto(desk.keeper, id, COVER, NOW),
  ]) {
    const old = await db().photo.findUniqueOrThrow({ where: { id: photoId } });
    const outcome = await work(photoId);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await db().photo.count({ where: { id: photoId } })).toBe(0);
    ({ photoId } = outcome.value);
    const now = await db().photo.findUniqueOrThrow({ where: { id: photoId } });
    expect(now.storageKey).not.toBe(old.storageKey);
    expect([now.position, now.stage]).toEqual([old.position, old.stage]);
    expect(await files(old.storageKey)).toBeNull();
    (await files(now.storageKey))?.destroy();
  }
});

test("a quarter turn makes a wide picture high", async () => {
  const { photoIds } = await addDraft(desk);
  const outcome = await rotateCasePhoto(desk.keeper, photoIds[0] ?? "", 3, NOW);
  const id = outcome.ok ? outcome.value.photoId : "";
  expect(await db().photo.findUnique({ where: { id } })).toMatchObject({ width: 90, height: 120 });
});

test("what is handed in can't be changed any more", async () => {
  const { caseId, photoIds } = await addSent(desk);
  const [photoId = ""] = photoIds;
  const closed = { ok: false, reason: "closed" };
  expect(await changeCase(desk.keeper, caseId, { ...WORDS, version: await versionOf(caseId) })).toEqual(closed);
  expect(await addCasePhoto(desk.keeper, caseId, { bytes: await jpeg(), words: before }, NOW)).toEqual(closed);
  expect(await removeCasePhoto(desk.keeper, photoId)).toEqual(closed);
  expect(await rotateCasePhoto(desk.keeper, photoId, 1, NOW)).toEqual(closed);
  expect(await moveCasePhoto(desk.keeper, photoId, "down")).toEqual(closed);
});

test("F-11 of fifty moves at once each is carried out or finds nowhere to go, and no place is doubled", async () => {
  const ids = [await addCase(desk), await addCase(desk), await addCase(desk)];
  await asManyAtOnce(50, (index) => moveCase(desk.keeper, ids[index % 3] ?? "", index % 2 ? "up" : "down"));
  const rows = await db().portfolioCase.findMany({ orderBy: { position: "asc" } });
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
});

test("two open tabs: the second to save is told that it was changed", async () => {
  const caseId = await addCase(desk);
  expect((await changeCase(desk.keeper, caseId, { ...WORDS, title: "First", version: 1 })).ok).toBe(true);
  expect(await changeCase(desk.keeper, caseId, { ...WORDS, title: "Second", version: 1 })).toEqual({
    ok: false,
    reason: "changed",
  });
});

test("the ages of results follow the date of the last session", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  await changeCase(desk.keeper, caseId, { ...WORDS, lastSessionOn: new Date("2025-09-01"), version: 1 });
  expect(await db().photo.findUnique({ where: { id: photoIds[1] ?? "" } })).toMatchObject({
    stage: "settled",
    daysSinceLastSession: 221,
  });
});

test("a case without pictures or consent is not handed in, and it is told what is missing", async () => {
  const caseId = await addCase(desk);
  expect(await sendCase(desk.keeper, caseId, { event: "submit", version: 1 }, NOW)).toEqual({
    ok: false,
    reason: { kind: "gaps", gaps: ["before", "result", "consent"] },
  });
});

test("withdrawing deletes the pictures, and nothing more can be done with the case", async () => {
  const { caseId, photoIds } = await addSent(desk);
  const keys = await Promise.all(photoIds.map(keyOf));
  const version = await versionOf(caseId);
  expect((await sendCase(desk.keeper, caseId, { event: "withdraw", version }, NOW)).ok).toBe(true);
  for (const key of keys) expect(await files(key)).toBeNull();
  expect(await db().photo.count()).toBe(0);
  for (const event of ["submit", "take_back", "reopen", "withdraw"] as const) {
    const again = await sendCase(desk.keeper, caseId, { event, version: version + 1 }, NOW);
    expect(again).toEqual({ ok: false, reason: { kind: "not_possible" } });
  }
});
