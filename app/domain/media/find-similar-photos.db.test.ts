import { beforeEach, expect, test } from "vitest";
import { findSimilarPhotos } from "#app/domain/media/find-similar-photos.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newStorageKey } from "#app/platform/storage.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { followUpRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { portfolioCaseRow, technicianRow } from "../../../prisma/factories/technician-row.ts";

const [one, two] = [technicianRow(), technicianRow()];
const [review, elsewhere] = [reviewRow({ technicianId: one.id }), reviewRow({ technicianId: two.id })];
const followUp = followUpRow({ reviewId: elsewhere.id });
const [sameOwner, otherOwner] = [
  portfolioCaseRow({ technicianId: one.id }),
  portfolioCaseRow({ technicianId: two.id }),
];

beforeEach(async () => {
  await emptyDatabase();
  await db().technician.createMany({ data: [one, two] });
  await db().review.createMany({ data: [review, elsewhere] });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  await db().portfolioCase.createMany({ data: [sameOwner, otherOwner] });
});

type Parent = { reviewId: string } | { portfolioCaseId: string } | { reviewFollowUpId: string };

async function photo(perceptualHash: string, parent: Parent, isSample = false): Promise<string> {
  const { id } = await db().photo.create({
    data: {
      ...parent,
      perceptualHash,
      isSample,
      storageKey: newStorageKey(),
      width: 9,
      height: 9,
      placeholderColour: "#000000",
      stage: "before",
    },
  });
  return id;
}

test("a picture is found again among the work and reviews of other technicians, nearest first", async () => {
  const own = await photo("ff00ff00ff00ff00", { reviewId: review.id });
  const near = await photo("ff00ff00ff00ff3f", { portfolioCaseId: otherOwner.id });
  const same = await photo("ff00ff00ff00ff00", { reviewFollowUpId: followUp.id });
  await photo("ff00ff00ff00ff7f", { portfolioCaseId: otherOwner.id });
  await photo("ff00ff00ff00ff00", { portfolioCaseId: sameOwner.id });
  const base = { ofPhotoId: own, technicianId: two.id };
  expect(await findSimilarPhotos([own])).toEqual([
    { ...base, photoId: same, reviewId: elsewhere.id, portfolioCaseId: null, distance: 0 },
    { ...base, photoId: near, reviewId: null, portfolioCaseId: otherOwner.id, distance: 6 },
  ]);
  expect(await findSimilarPhotos([])).toEqual([]);
});

test("flat pictures and unreadable hashes are like nothing, and sample drawings not like each other", async () => {
  const flat = await photo("0000000000000000", { reviewId: review.id });
  await photo("0000000000000000", { portfolioCaseId: otherOwner.id });
  await photo("no hash", { portfolioCaseId: otherOwner.id });
  const drawn = await photo("ff00ff00ff00ff00", { reviewId: review.id }, true);
  const drawnToo = await photo("ff00ff00ff00ff00", { portfolioCaseId: otherOwner.id }, true);
  expect(await findSimilarPhotos([flat, drawn])).toEqual([]);
  const own = await photo("ff00ff00ff00ff00", { reviewId: review.id });
  expect((await findSimilarPhotos([own])).map(({ photoId }) => photoId)).toEqual([drawnToo]);
});
