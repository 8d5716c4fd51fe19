import { beforeEach, describe, expect, it } from "vitest";
import { findProfile, findProfiles } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { authorizationRow, evidenceRow, regimeRow } from "../../../prisma/factories/evidence-row.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = "2026-11-22";
const day = (text: string) => new Date(`${text}T00:00:00Z`);

beforeEach(emptyDatabase);

async function createAuthorization(technicianId: string, number: string): Promise<void> {
  await db().regime.createMany({ data: [regimeRow({ key: "wales", name: "Licence, Wales" })], skipDuplicates: true });
  const row = evidenceRow({ technicianId });
  await db().evidence.createMany({ data: [row] });
  await db().authorization.createMany({
    data: [authorizationRow({ evidenceId: row.id, regimeKey: "wales", number })],
  });
}

describe("several profiles at once", () => {
  it("each has its own places, facts, prices and reviews, by the slug that was asked for", async () => {
    const { id: anaId, ...anaRow } = technicianRow({ slug: "ana-reyes" });
    const { id: benId, ...benRow } = technicianRow({ slug: "ben-okoye" });
    await db().technician.createMany({
      data: [
        { id: anaId, ...anaRow },
        { id: benId, ...benRow },
        technicianRow({ slug: "draft-person", status: "draft" }),
      ],
    });
    await db().technicianSlug.create({ data: { slug: "ben-before", technicianId: benId } });
    await createAuthorization(anaId, "ANA-1");
    await createAuthorization(benId, "BEN-1");
    const [shared, own] = [premisesRow({ name: "Shared" }), premisesRow({ name: "Own" })];
    await db().premises.createMany({ data: [shared, own] });
    await db().technicianPremises.createMany({
      data: [
        { technicianId: anaId, premisesId: shared.id, position: 1 },
        { technicianId: anaId, premisesId: own.id, position: 0 },
        { technicianId: benId, premisesId: shared.id, position: 0 },
      ],
    });
    const inspected = { outcome: "pass" as const, source: "toronto-bodysafe", snapshotOn: day("2026-03-01") };
    await db().inspection.createMany({
      data: [
        { ...inspected, premisesId: shared.id, inspectedOn: day("2026-02-01"), sourceRecord: "1" },
        { ...inspected, premisesId: own.id, inspectedOn: day("2026-01-01"), sourceRecord: "2" },
      ],
    });
    const paid = (technicianId: string, pricePaid: number) =>
      reviewRow({ technicianId, treatment: "crown", currency: "GBP", pricePaid });
    await db().review.createMany({ data: [paid(anaId, 100_000), paid(benId, 200_000), paid(benId, 300_000)] });

    const found = await findProfiles(["ben-before", "nobody", "ana-reyes", "draft-person", "ana-reyes", "'"], TODAY);
    expect([...found.keys()].sort()).toEqual(["ana-reyes", "ben-before"]);
    const ana = found.get("ana-reyes");
    const ben = found.get("ben-before");
    expect(ben?.slug).toBe("ben-okoye");
    expect(ana?.premises.map(({ name }) => name)).toEqual(["Own", "Shared"]);
    expect(ben?.premises.map(({ name }) => name)).toEqual(["Shared"]);
    expect(ana?.inspections.map(({ premisesName }) => premisesName)).toEqual(["Shared", "Own"]);
    expect(ben?.inspections.map(({ premisesName }) => premisesName)).toEqual(["Shared"]);
    expect(ana?.evidence[0]?.details).toContainEqual({ label: "Number", value: "ANA-1" });
    expect(ben?.evidence.map(({ details }) => details[2]?.value)).toEqual(["BEN-1"]);
    expect(ana?.pricesPaid.map(({ high, count }) => [high, count])).toEqual([[100_000, 1]]);
    expect(ben?.pricesPaid.map(({ high, count }) => [high, count])).toEqual([[300_000, 2]]);
    expect(ben).toEqual(await findProfile("ben-okoye", TODAY));
  });

  it("nobody asked for is nobody found, without a query", async () => {
    expect((await findProfiles([], TODAY)).size).toBe(0);
    expect((await findProfiles(["No-Slug", ""], TODAY)).size).toBe(0);
  });
});
