import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countQueues } from "#app/domain/moderation/count-queues.server.ts";
import { importRegister } from "#app/domain/registers/import-register.server.ts";
import { listInspectionNotices } from "#app/domain/registers/list-inspection-notices.server.ts";
import { openInspections } from "#app/domain/registers/open-inspections.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { seeInspection } from "#app/domain/registers/see-inspection.server.ts";
import { db } from "#app/platform/db.server.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hairline-notices-"));
});
afterAll(() => rm(folder, { recursive: true }));

const owner = userRow({ email: "owner@example.org", roles: ["technician"] });
const moderator = userRow({ roles: ["moderator"] });
beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, moderator] });
});

const importer = { ...openInspections, source: "open-inspections:leeds" };

/** Takes in a snapshot of inspections, each as "1 2026-01-03 pass": establishment, day, outcome. */
async function take(
  snapshotOn: string,
  inspections: string[],
  options: Parameters<typeof importRegister>[2] | object = {},
) {
  const rows = inspections.map((text) => {
    const [id = "", day = "", outcome = ""] = text.split(" ");
    return `L${id},Studio ${id},${id} Fennel Street,Leeds,GB,53.8,-1.55,Tattooing,${day},${outcome},,,`;
  });
  const file = path.join(folder, `${snapshotOn}.csv`);
  await writeFile(file, [openInspections.columns.join(","), ...rows].join("\n"));
  return importRegister(importer, await openSourceFile(file), { snapshotOn, ...options });
}

async function noticed() {
  const rows = await db().inspectionNotice.findMany({ include: { inspection: true } });
  return rows
    .map(
      ({ inspection: i, previousOutcome }) =>
        `${i.sourceRecord} ${i.inspectedOn.toISOString().slice(0, 10)} ${i.outcome} after ${previousOutcome}`,
    )
    .sort();
}

async function claim(record: string, status: "published" | "draft" | "suspended" = "published") {
  const where = { listingSource_listingRecord: { listingSource: importer.source, listingRecord: record } };
  return db().technician.update({
    where,
    data: {
      ownerId: owner.id,
      status,
      name: "My own name",
      ...(status === "draft" ? {} : { publishedAt: new Date() }),
    },
  });
}

describe("an inspection of a later snapshot", () => {
  it.each([
    ["pass", "conditional_pass", true],
    ["pass", "closed", true],
    ["conditional_pass", "closed", true],
    ["conditional_pass", "conditional_pass", false],
    ["closed", "closed", false],
    ["closed", "conditional_pass", false],
    ["conditional_pass", "pass", false],
  ])("that follows a %s with a %s is told: %s", async (before, after, isTold) => {
    await take("2026-02-01", [`1 2026-01-03 ${before}`]);
    await take("2026-03-01", [`1 2026-01-03 ${before}`, `1 2026-02-20 ${after}`]);
    expect(await noticed()).toEqual(isTold ? [`L1 2026-02-20 ${after} after ${before}`] : []);
  });

  it("is told only where it is later than all that was known, and held against the latest before it", async () => {
    await take("2026-02-01", ["1 2025-01-03 closed", "1 2026-01-03 pass", "2 2026-01-03 conditional_pass"]);
    await take("2026-03-01", [
      // Came out late: the newer one is known and good.
      "1 2025-06-01 closed",
      // The same day says nothing of what came first.
      "1 2026-01-03 closed",
      "2 2026-02-10 pass",
      "2 2026-02-20 conditional_pass",
    ]);
    expect(await noticed()).toEqual(["L2 2026-02-20 conditional_pass after pass"]);
  });

  it("is not told of premises that are new, whatever their past", async () => {
    await take("2026-02-01", ["1 2025-01-03 pass", "1 2026-01-03 closed"]);
    await take("2026-03-01", ["1 2026-01-03 closed", "2 2025-01-03 pass", "2 2026-02-03 closed"]);
    expect(await noticed()).toEqual([]);
  });

  it("is not told of a first snapshot whose rows don't fit in memory together", async () => {
    const limits = { batchSize: 1, mostRows: 1 };
    await take("2026-02-01", ["1 2025-01-03 pass", "2 2025-01-03 pass", "1 2026-01-03 closed"], { limits });
    await take("2026-02-01", ["1 2025-01-03 pass", "2 2025-01-03 pass", "1 2026-01-03 closed"], { limits });
    expect(await noticed()).toEqual([]);
  });

  it("is told once, however often that snapshot or an earlier one comes in, and never of an earlier one", async () => {
    const first = ["1 2026-01-03 pass"];
    const second = [...first, "1 2026-02-20 closed"];
    await take("2026-02-01", first);
    await claim("L1");
    for (let turn = 0; turn < 3; turn += 1) await take("2026-03-01", second);
    await take("2026-02-01", [...first, "1 2026-01-20 conditional_pass"]);
    expect(await noticed()).toEqual(["L1 2026-02-20 closed after pass"]);
    expect(await db().outgoingMail.count()).toBe(1);
  });

  it("in a dry run is told to nobody", async () => {
    await take("2026-02-01", ["1 2026-01-03 pass"]);
    await claim("L1");
    await take("2026-03-01", ["1 2026-02-20 closed"], { isDryRun: true });
    expect([await db().inspectionNotice.count(), await db().outgoingMail.count()]).toEqual([0, 0]);
  });

  it("is told for every establishment of a large file, in few statements", async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => String(at));
    await take(
      "2026-02-01",
      many.map((id) => `${id} 2026-01-03 pass`),
    );
    await take(
      "2026-03-01",
      many.map((id) => `${id} 2026-02-20 ${Number(id) % 2 === 0 ? "closed" : "pass"}`),
    );
    expect(await db().inspectionNotice.count()).toBe(600);
  });
});

describe("a profile that somebody keeps", () => {
  it("gets the inspection, and its keeper a mail with a link and none of what was found", async () => {
    await take("2026-02-01", ["1 2026-01-03 pass"]);
    const { slug } = await claim("L1");
    await take("2026-03-01", ["1 2026-02-20 closed"]);
    expect(
      await db().inspection.count({ where: { premises: { technicians: { some: { technician: { slug } } } } } }),
    ).toBe(2);
    expect(await db().technician.findUniqueOrThrow({ where: { slug } })).toMatchObject({ name: "My own name" });
    const [mail] = await db().outgoingMail.findMany();
    expect(mail).toMatchObject({ toEmail: "owner@example.org", subject: "A new inspection of your premises" });
  });

  it.each(["draft", "suspended"] as const)("as a %s: drafts are told, the suspended not", async (status) => {
    await take("2026-02-01", ["1 2026-01-03 pass"]);
    await claim("L1", status);
    await take("2026-03-01", ["1 2026-02-20 closed"]);
    expect(await db().outgoingMail.count()).toBe(status === "draft" ? 1 : 0);
    expect(await db().inspectionNotice.count()).toBe(1);
  });

  it("with guest dates there that are over is not written to; a suspended account and an unproven address neither", async () => {
    await take("2026-02-01", ["1 2026-01-03 pass", "2 2026-01-03 pass"]);
    const { id } = await claim("L1");
    await db().technicianPremises.updateMany({
      where: { technicianId: id },
      data: { guestUntil: new Date("2026-01-31") },
    });
    await take("2026-03-01", ["1 2026-02-20 closed"]);
    await db().technicianPremises.updateMany({ where: { technicianId: id }, data: { guestUntil: null } });
    for (const change of [{ suspendedAt: new Date() }, { suspendedAt: null, emailVerifiedAt: null }]) {
      await db().user.update({ where: { id: owner.id }, data: change });
      await take(change.suspendedAt ? "2026-04-01" : "2026-05-01", [
        "1 2026-03-01 pass",
        `1 2026-03-2${change.suspendedAt ? 0 : 5} closed`,
      ]);
    }
    expect(await db().outgoingMail.count()).toBe(0);
  });
});

describe("moderators", () => {
  const NOW = new Date("2026-03-02T10:00:00Z");
  beforeEach(async () => {
    await take("2026-02-01", ["1 2026-01-03 pass", "2 2026-01-03 pass"]);
    await take("2026-03-01", ["1 2026-02-20 closed", "2 2026-02-21 conditional_pass"]);
  });

  const waiting = async () =>
    (await countQueues({ userId: moderator.id }, NOW)).find(({ queue }) => queue === "inspection")?.count;

  it("see what went worse, with the profiles there, until one has looked", async () => {
    const { notices } = await listInspectionNotices({ userId: moderator.id }, 1);
    const closed = notices.find(({ outcome }) => outcome === "closed");
    expect(closed).toMatchObject({
      premisesName: "Studio 1",
      city: "Leeds",
      inspectedOn: "2026-02-20",
      previousOutcome: "pass",
      registerTitle: "Inspections published by Leeds",
      seen: null,
      profiles: [{ slug: "studio-1-leeds", name: "Studio 1" }],
    });
    expect(await waiting()).toBe(2);
    expect(await seeInspection({ userId: moderator.id }, closed?.id ?? "", NOW)).toEqual({ ok: true, value: null });
    expect(await waiting()).toBe(1);
    const after = await listInspectionNotices({ userId: moderator.id }, 1);
    expect(after.notices.find(({ id }) => id === closed?.id)?.seen).toEqual({
      at: NOW.toISOString(),
      by: moderator.displayName,
    });
  });

  it("Z-06 who look at the same moment: one of fifty is noted, once in the record too", async () => {
    const [notice] = (await listInspectionNotices({ userId: moderator.id }, 1)).notices;
    const all = await Promise.all(
      Array.from({ length: 50 }, () => seeInspection({ userId: moderator.id }, notice?.id ?? "", NOW)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { action: "inspection_looked_at" } })).toBe(1);
  });

  it("Z-07 with a profile at the premises themselves neither see it nor can say that they looked", async () => {
    await db().user.update({ where: { id: owner.id }, data: { roles: ["technician", "moderator"] } });
    await claim("L1");
    const { notices } = await listInspectionNotices({ userId: owner.id }, 1);
    expect(notices.map(({ premisesName }) => premisesName)).toEqual(["Studio 2"]);
    const [hidden] = await db().inspectionNotice.findMany({ where: { inspection: { sourceRecord: "L1" } } });
    expect(await seeInspection({ userId: owner.id }, hidden?.inspectionId ?? "", NOW)).toEqual({
      ok: false,
      reason: "not_found",
    });
  });
});
