import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { addReviewPhoto } from "#app/domain/reviews/add-review-photos.server.ts";
import { coverReviewPhoto } from "#app/domain/reviews/cover-review-photo.server.ts";
import { makeAvif } from "#app/domain/media/make-avif.server.ts";
import { listOwnPhotos } from "#app/domain/reviews/list-own-photos.server.ts";
import { removeReviewPhoto, withdrawPhotoConsent } from "#app/domain/reviews/remove-review-photo.server.ts";
import { restageReviewPhotos } from "#app/domain/reviews/restage-photos.server.ts";
import { PHOTO_QUOTA_BYTES } from "#app/domain/reviews/photo-words.ts";
import type { ReviewStatus } from "#app/platform/generated/prisma/enums.ts";
import { db } from "#app/platform/db.server.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { followUpRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const author = userRow();
const stranger = userRow();
const technician = technicianRow();
const viewer = { userId: author.id };
let reviewId: string;
let photo: { bytes: Uint8Array; takenOn: Date | null; isBefore: boolean; hasConsent: boolean };

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#775533" } })
    .jpeg()
    .toBuffer();
  photo = { bytes, takenOn: new Date("2026-05-15"), isBefore: false, hasConsent: true };
});
beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, stranger] });
  await db().technician.createMany({ data: [technician] });
  const draft = reviewRow({
    technicianId: technician.id,
    authorId: author.id,
    status: "draft",
    lastSessionOn: new Date("2026-05-01"),
  });
  await db().review.createMany({ data: [draft] });
  reviewId = draft.id;
});

async function added(more: Partial<typeof photo> = {}): Promise<string> {
  const outcome = await addReviewPhoto(viewer, { reviewId }, { ...photo, ...more }, NOW);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value.photoId;
}

/** Brings the review into another state, complete as that state wants it. */
async function become(status: ReviewStatus): Promise<void> {
  const { id, ...row } = reviewRow({ technicianId: technician.id, authorId: author.id, status });
  await db().review.update({ where: { id: reviewId }, data: { ...row, lastSessionOn: new Date("2026-05-01") } });
}

async function keyOf(id: string): Promise<string> {
  return (await db().photo.findUniqueOrThrow({ where: { id } })).storageKey;
}

test("P-02 a photo is kept with the consent that was given for it, and its stage comes from the dates", async () => {
  const id = await added();
  expect(await db().photo.findUnique({ where: { id } })).toMatchObject({
    reviewId,
    stage: "fresh",
    daysSinceLastSession: 14,
    position: 0,
  });
  expect(await db().consent.findMany({ where: { photoId: id } })).toMatchObject([
    { userId: author.id, purpose: "publish_photo", withdrawnAt: null, givenAt: NOW },
  ]);
  await added({ isBefore: true, takenOn: null });
  await added({ takenOn: new Date("2026-04-20") });
  const stages = (await listOwnPhotos(viewer, { reviewId })).map(({ stage }) => stage);
  expect(stages).toEqual(["fresh", "before", "before"]);
});

test.each([
  ["without consent", { hasConsent: false }, "no_consent"],
  ["without a day", { takenOn: null }, "no_date"],
  ["from a day to come", { takenOn: new Date("2026-06-04") }, "future_date"],
  ["that can't be read", { bytes: Buffer.from("\xff\xd8\xff rest", "latin1") }, "damaged"],
  ["that is a web page", { bytes: Buffer.from("<script>alert(1)</script>") }, "not_an_image"],
])("P-02 U-02 a photo %s is refused and leaves nothing behind", async (_, more, reason) => {
  expect(await addReviewPhoto(viewer, { reviewId }, { ...photo, ...more }, NOW)).toEqual({ ok: false, reason });
  expect(await db().photo.count()).toBe(0);
  expect(await db().consent.count()).toBe(0);
});

test("Z-02 nobody adds to, sees, withdraws or removes what is somebody else's", async () => {
  const id = await added();
  const other = { userId: stranger.id };
  const refused = { ok: false, reason: "not_found" };
  expect(await addReviewPhoto(other, { reviewId }, photo, NOW)).toEqual(refused);
  expect(await withdrawPhotoConsent(other, id, NOW)).toEqual(refused);
  expect(await removeReviewPhoto(other, id, NOW)).toEqual(refused);
  expect(await listOwnPhotos(other, { reviewId })).toEqual([]);
  expect(await db().consent.count({ where: { withdrawnAt: { not: null } } })).toBe(0);
  expect(await storage().read(await keyOf(id), "960.webp")).not.toBeNull();
});

test.each(["pending", "in_review", "published", "rejected", "withdrawn"] as const)(
  "photos can't be added to a review that is %s",
  async (status) => {
    await become(status);
    expect(await addReviewPhoto(viewer, { reviewId }, photo, NOW)).toEqual({ ok: false, reason: "closed" });
  },
);

test("F-11 of many photos sent at once six are kept, and no file of the others", async () => {
  for (let sent = 0; sent < 4; sent += 1) await added();
  const outcomes = await Promise.all(Array.from({ length: 3 }, () => addReviewPhoto(viewer, { reviewId }, photo, NOW)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await db().photo.count()).toBe(6);
  const positions = (await db().photo.findMany({ orderBy: { position: "asc" } })).map(({ position }) => position);
  expect(positions).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await addReviewPhoto(viewer, { reviewId }, photo, NOW)).toEqual({ ok: false, reason: "too_many" });
});

test("U-01 who used up their room gets no more", async () => {
  const id = await added();
  await db().photo.update({ where: { id }, data: { byteLength: PHOTO_QUOTA_BYTES } });
  expect(await addReviewPhoto(viewer, { reviewId }, photo, NOW)).toEqual({ ok: false, reason: "quota" });
});

test("a follow-up has six photos of its own, whose age is the follow-up's where they have no date", async () => {
  await become("published");
  const followUp = followUpRow({ reviewId, status: "draft", daysSinceLastSession: 200 });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  const outcome = await addReviewPhoto(viewer, { followUpId: followUp.id }, { ...photo, takenOn: null }, NOW);
  expect(outcome.ok).toBe(true);
  expect(await listOwnPhotos(viewer, { followUpId: followUp.id })).toMatchObject([{ stage: "settled" }]);
});

test("F-15 when there is no room for the files, the photo is refused and neither file nor row stays", async () => {
  const kept = new Set<string>();
  const full: Storage = {
    put: async (key, name) => {
      if (kept.size > 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      kept.add(`${key}/${name}`);
    },
    read: async () => null,
    remove: async (key) => {
      for (const file of [...kept]) if (file.startsWith(`${key}/`)) kept.delete(file);
    },
  };
  expect(await addReviewPhoto(viewer, { reviewId }, photo, NOW, full)).toEqual({ ok: false, reason: "no_room" });
  expect([kept.size, await db().photo.count(), await db().consent.count()]).toEqual([0, 0, 0]);
  expect((await addReviewPhoto(viewer, { reviewId }, photo, NOW)).ok).toBe(true);
});

test("F-15 when the row can't be written, the files go again", async () => {
  const gone: string[] = [];
  const store: Storage = {
    ...storage(),
    put: async (key, name, bytes) => {
      await storage().put(key, name, bytes);
      await db().review.updateMany({ data: { status: "withdrawn" } });
    },
    remove: async (key) => {
      gone.push(key);
      await storage().remove(key);
    },
  };
  expect(await addReviewPhoto(viewer, { reviewId }, photo, NOW, store)).toEqual({ ok: false, reason: "closed" });
  expect(gone).toHaveLength(1);
  expect(await storage().read(gone[0] ?? "", "960.webp")).toBeNull();
});

test("P-02 consent is taken back by a date and never forgotten, and a photo removed takes its files along", async () => {
  const id = await added();
  const key = await keyOf(id);
  await become("published");
  expect(await withdrawPhotoConsent(viewer, id, NOW)).toEqual({ ok: true, value: null });
  expect(await withdrawPhotoConsent(viewer, id, new Date())).toEqual({ ok: true, value: null });
  expect(await db().consent.findMany({ where: { photoId: id } })).toMatchObject([{ withdrawnAt: NOW }]);
  expect(await listOwnPhotos(viewer, { reviewId })).toMatchObject([{ id, isConsented: false }]);
  expect(await removeReviewPhoto(viewer, id, NOW)).toEqual({ ok: true, value: null });
  expect(await storage().read(key, "960.webp")).toBeNull();
  expect(await db().photo.count()).toBe(0);
  expect(await removeReviewPhoto(viewer, id, NOW)).toEqual({ ok: false, reason: "not_found" });
});

test("P-02 a photo without a line in the ledger gets one that says no", async () => {
  const id = await added();
  await db().consent.deleteMany();
  await withdrawPhotoConsent(viewer, id, NOW);
  expect(await db().consent.findMany({ where: { photoId: id } })).toMatchObject([
    { userId: author.id, purpose: "publish_photo", withdrawnAt: NOW },
  ]);
});

const COVER = { top: 0, right: 0, bottom: 25, left: 0, columns: 8, rows: 8, hidden: [0, 1] };

test("P-02 hidden parts are gone with the picture that showed them", async () => {
  const id = await added();
  const key = await keyOf(id);
  await db().photo.update({ where: { id }, data: { hasAvif: true } });
  expect(await coverReviewPhoto(viewer, id, COVER)).toEqual({ ok: true, value: null });
  const photoNow = await db().photo.findUniqueOrThrow({ where: { id } });
  expect(photoNow).toMatchObject({ width: 400, height: 225, hasAvif: false });
  expect(photoNow.storageKey).not.toBe(key);
  expect(await storage().read(key, "960.webp")).toBeNull();
  expect(await storage().read(photoNow.storageKey, "960.webp")).not.toBeNull();
});

test("Z-02 parts of a photo are hidden by its owner only, and only before it is decided about", async () => {
  const id = await added();
  const key = await keyOf(id);
  expect(await coverReviewPhoto({ userId: stranger.id }, id, COVER)).toEqual({ ok: false, reason: "not_found" });
  await become("pending");
  expect(await coverReviewPhoto(viewer, id, COVER)).toEqual({ ok: false, reason: "closed" });
  expect(await keyOf(id)).toBe(key);
  expect(await storage().read(key, "960.webp")).not.toBeNull();
});

test("AVIF copies are made once the photo has settled, and go with it", async () => {
  const pixels = Buffer.from(Array.from({ length: 400 * 300 * 3 }, (_, at) => ((at * at) >> 7) % 200));
  const bytes = await sharp(pixels, { raw: { width: 400, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  const id = await added({ bytes });
  const key = await keyOf(id);
  expect(await makeAvif(NOW)).toBe(0);
  expect(await makeAvif(new Date(NOW.getTime() + 3_600_000))).toBe(1);
  expect(await db().photo.findUnique({ where: { id } })).toMatchObject({ hasAvif: true });
  const copy = await storage().read(key, "320.avif");
  copy?.stream.destroy();
  expect(copy).not.toBeNull();
  expect(await makeAvif(new Date(NOW.getTime() + 3_600_000))).toBe(0);
  await removeReviewPhoto(viewer, id, NOW);
  expect(await storage().read(key, "320.avif")).toBeNull();
});

test("another date of the last session gives the photos another stage", async () => {
  const id = await added();
  await db().review.update({ where: { id: reviewId }, data: { lastSessionOn: new Date("2026-03-01") } });
  await db().$transaction((tx) => restageReviewPhotos(reviewId, NOW, tx));
  expect(await db().photo.findUnique({ where: { id } })).toMatchObject({ stage: "healed", daysSinceLastSession: 75 });
});
