import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { findMediaAccess } from "#app/domain/profiles/find-media.server.ts";
import { withdrawPhotoConsent } from "#app/domain/reviews/remove-review-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { seal } from "#app/platform/secret-box.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { newStorageKey } from "#app/platform/storage.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { portfolioCaseRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

const NOW = new Date();
const author = userRow();
const stranger = userRow();
const owner = userRow({ roles: ["technician"] });
const moderator = userRow({ roles: ["moderator"] });
const technician = technicianRow({ ownerId: owner.id });
const [reviewKey, caseKey] = [newStorageKey(), newStorageKey()];
const photoId = randomUUID();
let reviewId: string;

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, stranger, owner, moderator] });
  await db().totpCredential.create({
    data: { userId: moderator.id, secretEncrypted: seal("totp", "seed"), confirmedAt: NOW },
  });
  await db().technician.createMany({ data: [technician] });
  const review = reviewRow({ technicianId: technician.id, authorId: author.id, status: "pending" });
  const work = portfolioCaseRow({ technicianId: technician.id, status: "draft" });
  reviewId = review.id;
  await db().review.createMany({ data: [review] });
  await db().portfolioCase.createMany({ data: [work] });
  const shared = {
    width: 9,
    height: 9,
    placeholderColour: "#000000",
    perceptualHash: "0".repeat(16),
    stage: "before" as const,
  };
  await db().photo.createMany({
    data: [
      { ...shared, id: photoId, storageKey: reviewKey, reviewId },
      { ...shared, storageKey: caseKey, portfolioCaseId: work.id },
    ],
  });
});

async function signedIn(userId: string, mfaAt: Date | null = null): Promise<Viewer | null> {
  const token = await createSession(userId, { mfaAt });
  return findViewer(new Request("http://localhost/", { headers: { Cookie: `sid=${token}` } }));
}

const seenBy = async (key: string, userId: string | null, mfaAt: Date | null = null) =>
  findMediaAccess(key, async () => (userId === null ? null : signedIn(userId, mfaAt)), NOW);

const looks = () => db().auditEvent.count({ where: { action: "photo_viewed", actorId: moderator.id } });

test("U-05 Z-02 a photo that is not published is there for its sender and for moderators, and for nobody else", async () => {
  expect(await seenBy(reviewKey, author.id)).toBe("private");
  expect(await seenBy(caseKey, owner.id)).toBe("private");
  expect(await seenBy(reviewKey, moderator.id, NOW)).toBe("private");
  for (const somebody of [null, stranger.id, owner.id]) expect(await seenBy(reviewKey, somebody)).toBeNull();
  for (const somebody of [null, stranger.id, author.id]) expect(await seenBy(caseKey, somebody)).toBeNull();
  expect(await seenBy(newStorageKey(), moderator.id, NOW)).toBeNull();
});

test("A-08 a moderator without the second factor in this session sees none", async () => {
  expect(await seenBy(reviewKey, moderator.id)).toBeNull();
  await db().totpCredential.deleteMany();
  expect(await seenBy(reviewKey, moderator.id, NOW)).toBeNull();
  expect(await looks()).toBe(0);
});

test("P-08 a moderator's look at a private photo is on record, several widths as one", async () => {
  await seenBy(reviewKey, moderator.id, NOW);
  await seenBy(reviewKey, moderator.id, NOW);
  expect(await looks()).toBe(1);
});

test("P-02 F-22 consent taken back after publication hides the photo from everybody but its sender at once", async () => {
  const { id: _id, ...published } = reviewRow({ technicianId: technician.id, authorId: author.id });
  await db().review.update({ where: { id: reviewId }, data: published });
  expect(await seenBy(reviewKey, null)).toBe("public");
  await withdrawPhotoConsent({ userId: author.id }, photoId, NOW);
  expect(await seenBy(reviewKey, null)).toBeNull();
  expect(await seenBy(reviewKey, owner.id)).toBeNull();
  expect(await seenBy(reviewKey, author.id)).toBe("private");
});
