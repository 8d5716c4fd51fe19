import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";
import { drawingKey } from "./drawings/head-spec.ts";
import { makeSample } from "./make-sample.ts";
import { writeRows } from "./write-rows.server.ts";

const sample = makeSample(new Date("2026-11-22T15:20:00Z"));
/** Stands in for the drawn pictures: here only the rows matter. */
const keys = [...new Set(sample.photos.map(({ drawing }) => drawingKey(drawing)))];
const photos = sample.photos.map(({ drawing, row }) => {
  const storageKey = String(keys.indexOf(drawingKey(drawing))).padStart(26, "a");
  return {
    ...row,
    storageKey,
    width: 960,
    height: 960,
    placeholderColour: "#aabbcc",
    perceptualHash: "0123456789abcdef",
  };
});

const write = () => db().$transaction((tx) => writeRows(sample, photos, tx), { timeout: 120_000 });

beforeEach(emptyDatabase);

describe("writing the sample set", { timeout: 180_000 }, () => {
  test("every row keeps the rules of the database and arrives as it was made", async () => {
    await write();
    expect(await db().technician.count()).toBe(240);
    expect(await db().review.count()).toBe(sample.reviews.length);
    expect(await db().photo.count()).toBe(sample.photos.length);
    expect(await db().moderationDecision.count()).toBe(sample.decisions.length);
    expect(await db().searchOutbox.count()).toBe(240);
    const made = sample.reviews.find(({ pricePaid, status }) => pricePaid && status === "published");
    const row = await db().review.findUniqueOrThrow({ where: { id: made?.id ?? "" } });
    expect(row).toMatchObject({
      text: made?.text,
      overall: made?.overall,
      pricePaid: made?.pricePaid,
      publishedAt: made?.publishedAt,
      lastSessionOn: made?.lastSessionOn,
    });
    const technician = sample.technicians.find(({ languages }) => Array.isArray(languages) && languages.length > 1);
    expect(await db().technician.findUniqueOrThrow({ where: { id: technician?.id ?? "" } })).toMatchObject({
      languages: technician?.languages,
      ratingCounts: technician?.ratingCounts,
    });
  });

  test("the long tables lose no column on the way", async () => {
    await write();
    const stored: Record<string, readonly object[]> = {
      users: await db().user.findMany(),
      evidence: await db().evidence.findMany(),
      prices: await db().priceBand.findMany(),
      reviews: await db().review.findMany(),
      followUps: await db().reviewFollowUp.findMany(),
      decisions: await db().moderationDecision.findMany(),
      photos: await db().photo.findMany(),
      codes: await db().visitCode.findMany(),
    };
    const made: Record<string, readonly object[]> = { ...sample, photos };
    for (const [table, rows] of Object.entries(stored)) {
      const byId = new Map(rows.map((row) => ["id" in row ? row.id : "", row]));
      for (const row of made[table] ?? []) expect(byId.get("id" in row ? row.id : ""), table).toMatchObject(row);
    }
  });

  test("writing it a second time is refused and changes nothing", async () => {
    await write();
    await expect(write()).rejects.toThrow();
    expect(await db().review.count()).toBe(sample.reviews.length);
  });
});
