import { writeFileSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importRegister } from "#app/domain/registers/import-register.server.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { describeRefusal, UnusableFile } from "#app/domain/registers/refusal.ts";
import { contents, EARLIER, LATER, run } from "#app/domain/registers/testing-snapshots.ts";
import type { Snapshot } from "#app/domain/registers/testing-snapshots.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.ts";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hairline-import-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => emptyDatabase());

async function variant(snapshot: Snapshot, change: (lines: string[]) => string[]): Promise<Snapshot> {
  const file = path.join(folder, "variant.csv");
  await writeFile(file, change((await readFile(snapshot.path, "utf8")).trimEnd().split("\r\n")).join("\n"));
  return { ...snapshot, path: file };
}

/** Every row with its times and versions, to show that nothing at all was written. */
async function traces() {
  const order = { orderBy: { id: "asc" } } as const;
  return {
    technicians: await db().technician.findMany(order),
    premises: await db().premises.findMany(order),
    inspections: await db().inspection.findMany(order),
    infractions: await db().infraction.findMany(order),
    outbox: await db().searchOutbox.findMany({ orderBy: { technicianId: "asc" } }),
  };
}

describe("a register", () => {
  it("becomes unclaimed listings of the establishments that belong here, with their inspections", async () => {
    const report = await run(EARLIER);
    expect(report).toMatchObject({ rowsRead: 11, rowsRefused: 0 });
    expect(report.counts).toMatchObject({
      listings: { new: 3, changed: 0, kept: 0 },
      inspections: { new: 5, changed: 0, kept: 0 },
      infractions: { new: 3, changed: 0, kept: 0 },
    });
    const { technicians, premises } = await contents();
    expect(technicians.map(({ listingRecord, name, status }) => [listingRecord, name, status])).toEqual([
      ["20000001", "Maple Dot Studio", "unclaimed"],
      ["20000002", "Café D'Encre Inc.", "unclaimed"],
      ["20000004", "Maple Dot Studio", "unclaimed"],
    ]);
    const conditional = premises[0]?.inspections.find((inspection) => inspection.outcome === "conditional_pass");
    expect(conditional).toMatchObject({
      services: ["Nails", "Tattooing"],
      source: "toronto-bodysafe",
      sourceRecord: "20000001",
    });
    expect(conditional?.infractions.map((infraction) => infraction.action).sort()).toEqual([
      "Notice to Comply",
      "Notice to Comply; Ticket",
    ]);
    expect(premises[1]?.inspections[0]?.infractions[0]?.text).toMatch(/^Personal Service Setting – use non-sterile/);
    expect(await db().searchOutbox.count()).toBe(3);
    const slugs = await db().technician.findMany({ orderBy: { listingRecord: "asc" }, select: { slug: true } });
    expect(slugs.map(({ slug }) => slug)).toEqual([
      "maple-dot-studio-toronto",
      "cafe-dencre-inc-toronto",
      "maple-dot-studio-toronto-2",
    ]);
  });

  it("leaves a record of each run, with its file and counts", async () => {
    await run(EARLIER);
    await run(EARLIER);
    const runs = await db().registerImport.findMany({ orderBy: { finishedAt: "asc" } });
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ source: "toronto-bodysafe", rowsRead: 11, rowsRefused: 0 });
    expect(runs[0]?.rowsChanged).toBeGreaterThan(0);
    expect(runs[1]?.rowsChanged).toBe(0);
    expect(runs[0]?.fileSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("imported again changes nothing, not even a time or the search queue", async () => {
    await run(EARLIER);
    await db().searchOutbox.deleteMany();
    const before = await traces();
    const report = await run(EARLIER);
    expect(report.counts.rowsChanged).toBe(0);
    expect(report.counts.listings).toEqual({ new: 0, changed: 0, kept: 3 });
    expect(await traces()).toEqual(before);
  });

  it("in a dry run tells what it would do and writes nothing", async () => {
    const report = await run(EARLIER, { isDryRun: true });
    expect(report.counts.listings.new).toBe(3);
    expect(Object.values(await traces()).every((rows) => rows.length === 0)).toBe(true);
    expect(await db().registerImport.count()).toBe(0);
  });
});

describe("snapshots of different days", () => {
  it("give the same database in whatever order they come", async () => {
    await run(EARLIER);
    await run(LATER);
    const forwards = await contents();
    await emptyDatabase();
    await run(LATER);
    await run(EARLIER);
    expect(await contents()).toEqual(forwards);
    expect(forwards.technicians.map((technician) => technician.name)).toEqual([
      "Maple Dot SMP Studio",
      "Café D'Encre Inc.",
      "Maple Dot Studio",
      "SMP by K.T. (Mobile)",
    ]);
  });

  it("never lose an inspection or infraction, nor double one whose spelling was mended", async () => {
    await run(EARLIER);
    await run(LATER);
    const { premises } = await contents();
    const days = (at: number) =>
      premises[at]?.inspections.map((inspection) => inspection.inspectedOn.toISOString().slice(0, 10));
    expect(days(0)).toEqual(["2023-02-01", "2024-05-06", "2024-05-06", "2025-02-20"]);
    expect(days(1)).toEqual(["2024-10-10", "2024-10-25"]);
    const conditional = premises[0]?.inspections.find((inspection) => inspection.outcome === "conditional_pass");
    expect(conditional?.services).toEqual(["Aesthetics", "Nails", "Tattooing"]);
    expect(conditional?.infractions).toHaveLength(2);
    expect(premises[1]?.inspections[0]?.infractions).toHaveLength(1);
  });

  it("an earlier one after a later one turns nothing back", async () => {
    await run(LATER);
    const report = await run(EARLIER);
    expect(report.counts.listings).toEqual({ new: 1, changed: 0, kept: 2 });
    const studio = await db().premises.findFirstOrThrow({ where: { registerRecord: "20000001" } });
    expect(studio).toMatchObject({ name: "Maple Dot SMP Studio", address: "14 Example St W" });
    expect(studio.registerSnapshotOn?.toISOString().slice(0, 10)).toBe("2025-03-01");
  });

  it("keep a listing's address on the web when its name changes", async () => {
    await run(EARLIER);
    await run(LATER);
    const renamed = await db().technician.findFirstOrThrow({ where: { listingRecord: "20000001" } });
    expect(renamed).toMatchObject({ name: "Maple Dot SMP Studio", slug: "maple-dot-studio-toronto" });
  });
});

describe("a listing that has been claimed", () => {
  it("keeps its profile and premises, gains inspections, and is indexed again", async () => {
    await run(EARLIER);
    const owner = await db().user.create({
      data: { email: "owner@example.org", passwordHash: "x", displayName: "Owner" },
    });
    const where = { listingSource_listingRecord: { listingSource: "toronto-bodysafe", listingRecord: "20000001" } };
    const own = { name: "My own name", status: "published", ownerId: owner.id, publishedAt: new Date() } as const;
    const { id } = await db().technician.update({ where, data: own });
    await db().searchOutbox.deleteMany();
    const before = await db().technician.findUniqueOrThrow({
      where: { id },
      include: { premises: { include: { premises: true } } },
    });
    await run(LATER);
    const after = await db().technician.findUniqueOrThrow({
      where: { id },
      include: { premises: { include: { premises: true } } },
    });
    expect(after).toEqual(before);
    expect(await db().inspection.count({ where: { sourceRecord: "20000001" } })).toBe(4);
    expect(await db().searchOutbox.count({ where: { technicianId: id } })).toBe(1);
  });

  it("and is not published yet keeps its words and place too", async () => {
    await run(EARLIER);
    const owner = await db().user.create({
      data: { email: "keeper@example.org", passwordHash: "x", displayName: "Keeper" },
    });
    const where = { listingSource_listingRecord: { listingSource: "toronto-bodysafe", listingRecord: "20000001" } };
    const { id } = await db().technician.update({ where, data: { name: "My own name", ownerId: owner.id } });
    const read = () =>
      db().technician.findUniqueOrThrow({ where: { id }, include: { premises: { include: { premises: true } } } });
    const before = await read();
    expect(before.status).toBe("unclaimed");
    await run(LATER);
    expect(await read()).toEqual(before);
    expect(await db().inspection.count({ where: { sourceRecord: "20000001" } })).toBe(4);
  });

  it("isn't put back to premises that its owner has left", async () => {
    await run(EARLIER);
    const { id } = await db().technician.findFirstOrThrow({ where: { listingRecord: "20000001" } });
    await db().technician.update({ where: { id }, data: { status: "suspended" } });
    await db().technicianPremises.deleteMany({ where: { technicianId: id } });
    await run(EARLIER);
    expect(await db().technicianPremises.count({ where: { technicianId: id } })).toBe(0);
  });
});

it("the order of a file's rows makes no difference, however few of them fit in memory", async () => {
  await run(EARLIER);
  const expected = await contents();
  const [header = "", ...rows] = (await readFile(EARLIER.path, "utf8")).trimEnd().split("\r\n");
  const limits = { batchSize: fc.integer({ min: 1, max: 3 }), mostRows: fc.integer({ min: 1, max: 12 }) };
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.record(limits),
      async (shuffled, given) => {
        await emptyDatabase();
        await run(await variant(EARLIER, () => [header, ...shuffled]), { limits: given });
        expect(await contents()).toEqual(expected);
      },
    ),
    { numRuns: 15 },
  );
});

it("bad rows are reported with line and column while the good ones go in", async () => {
  const refusals: string[] = [];
  const bad = await variant(EARLIER, (lines) => [
    ...lines.slice(0, 2),
    (lines[1] ?? "").replace("2023-02-01", "2025-13-01"),
    "only,three,cells",
    '99,20000009,"UNCLOSED,1 ST',
    ...lines.slice(2),
    (lines[1] ?? "").replace("Pass", "Perhaps").replace("-79.38", "79.38"),
  ]);
  const report = await run(bad, { onRefusal: (refusal) => refusals.push(describeRefusal(refusal)) });
  expect(refusals).toEqual([
    'line 3, insDate: "2025-13-01" is not a date',
    "line 4: has 3 cells where the header has 16",
    "line 5: a quote is opened and never closed, or stands inside a cell undoubled",
    'line 16, insStatus: "Perhaps" is not an outcome (Pass, Conditional Pass or Closed)',
    expect.stringMatching(/^line 16, geometry: .* is not a point in Toronto$/),
  ]);
  expect(report).toMatchObject({ rowsRead: 15, rowsRefused: 4 });
  const withBad = await contents();
  await emptyDatabase();
  await run(EARLIER);
  expect(withBad).toEqual(await contents());
});

it("a file without a needed column brings nothing in and says which", async () => {
  const refusals: string[] = [];
  const headless = await variant(EARLIER, (lines) => [(lines[0] ?? "").replace("insDate", "date"), ...lines.slice(1)]);
  const report = await run(headless, { onRefusal: (refusal) => refusals.push(describeRefusal(refusal)) });
  expect(refusals).toEqual(["line 1, insDate: is missing from the header"]);
  expect(report.rowsRefused).toBe(1);
  expect(await db().technician.count()).toBe(0);
  expect(await db().registerImport.count()).toBe(0);
});

describe("an import that breaks off", () => {
  it("is completed by running it again", async () => {
    await run(EARLIER);
    const expected = await contents();
    await emptyDatabase();
    const broken = new Error("power cut");
    let calls = 0;
    const stopAtSecondBatch = async () => {
      const file = await openSourceFile(EARLIER.path);
      const failing = new Proxy(db(), {
        get: (target, key, receiver) => {
          if (key === "$transaction" && ++calls > 1) throw broken;
          const value: unknown = Reflect.get(target, key, receiver);
          return value;
        },
      });
      const options = { snapshotOn: EARLIER.snapshotOn, limits: { batchSize: 1, mostRows: 100 } };
      await importRegister(torontoBodysafe, file, options, failing);
    };
    await expect(stopAtSecondBatch()).rejects.toThrow(broken);
    expect(await db().technician.count()).toBe(1);
    expect(await db().registerImport.count()).toBe(0);
    await run(EARLIER);
    expect(await contents()).toEqual(expected);
  });

  it("because its file changed while it was read says so", async () => {
    const file = path.join(folder, "changing.csv");
    await copyFile(EARLIER.path, file);
    const text = await readFile(EARLIER.path, "utf8");
    const source = await openSourceFile(file);
    let pieces = 0;
    const onProgress = () => {
      if (++pieces === 1) writeFileSync(file, text.replace("NAILS", "NAILZ"));
    };
    const running = importRegister(torontoBodysafe, source, { snapshotOn: EARLIER.snapshotOn, onProgress });
    await expect(running).rejects.toThrow(UnusableFile);
  });
});
