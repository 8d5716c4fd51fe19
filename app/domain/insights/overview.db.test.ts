import { beforeEach, expect, test } from "vitest";
import { findOverview } from "#app/domain/insights/find-overview.server.ts";
import { db } from "#app/platform/db.server.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { priceBandRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = "2026-11-27";
const owner = userRow({ roles: ["technician"] });
const other = userRow({ roles: ["technician"] });
const ada = technicianRow({ slug: "ada", ownerId: owner.id });
const bo = technicianRow({ slug: "bo", ownerId: other.id, status: "draft" });
const viewer = { userId: owner.id, technicianId: ada.id };
const evidence = (more: Partial<Parameters<typeof evidenceRow>[0]>) =>
  evidenceRow({ technicianId: ada.id, kind: "training", status: "verified", expiresOn: null, ...more });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, other] });
  await db().technician.createMany({ data: [ada, bo] });
});

const keys = async () => (await findOverview(viewer, "week", TODAY))?.steps.map(({ key }) => key);

test("Z-03 somebody else's profile is as little there as none", async () => {
  expect(await findOverview({ userId: other.id, technicianId: ada.id }, "week", TODAY)).toBeNull();
  expect((await findOverview(viewer, "week", TODAY))?.slug).toBe("ada");
});

test("a new profile has figures of nought and knows what comes first", async () => {
  const overview = await findOverview({ userId: other.id, technicianId: bo.id }, "month", TODAY);
  expect(overview?.figures.map(({ total, columns }) => [total, columns.length])).toEqual(Array(5).fill([0, 12]));
  expect(overview?.steps[0]?.key).toBe("publish");
});

test("counts, enquiries and reviews stand in the week and the month they happened in", async () => {
  const count = (day: string, kind: "profile_view" | "shortlist", n: number) => ({
    technicianId: ada.id,
    day: new Date(day),
    kind,
    count: n,
  });
  await db().dailyCount.createMany({
    data: [
      count("2026-11-22", "profile_view", 2),
      count("2026-11-23", "profile_view", 3),
      count("2026-11-27", "profile_view", 5),
      count("2025-11-30", "profile_view", 100),
      count("2026-01-01", "shortlist", 7),
    ],
  });
  await db().review.createMany({
    data: [reviewRow({ technicianId: ada.id, authorId: other.id, publishedAt: new Date("2026-11-22T23:59:00Z") })],
  });
  const weeks = (await findOverview(viewer, "week", TODAY))?.figures;
  expect(weeks?.[0]?.columns.slice(-2)).toEqual([
    { start: "2026-11-16", count: 2 },
    { start: "2026-11-23", count: 8 },
  ]);
  expect(weeks?.map(({ total }) => total)).toEqual([10, 0, 0, 0, 1]);
  expect(weeks?.[4]?.columns.at(-2)).toEqual({ start: "2026-11-16", count: 1 });
  const months = (await findOverview(viewer, "month", TODAY))?.figures;
  expect(months?.map(({ total }) => total)).toEqual([10, 0, 7, 0, 1]);
});

test("steps follow from what is there", async () => {
  await db().evidence.createMany({
    data: [
      evidence({ expiresOn: new Date("2026-12-10") }),
      evidence({ kind: "hygiene", expiresOn: new Date("2026-11-27") }),
      evidence({ kind: "association", status: "needs_better_copy" }),
    ],
  });
  await db().priceBand.createMany({ data: [priceBandRow({ technicianId: ada.id })] });
  expect(await keys()).toEqual(["better_copy", "expired", "expiring", "authorisation", "portfolio", "invitations"]);
  // What ran out and was followed by something current is history.
  await db().evidence.createMany({ data: [evidence({ kind: "hygiene" }), evidence({ kind: "authorization" })] });
  expect(await keys()).toEqual(["better_copy", "expiring", "portfolio", "invitations"]);
});
