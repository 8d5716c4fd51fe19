import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportReport } from "#app/domain/registers/import-report.ts";
import { importTechnicianList } from "#app/domain/registers/import-technician-list.server.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { describeRefusal } from "#app/domain/registers/refusal.ts";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const CSV = "tests/fixtures/registers/technicians.csv";
const JSON_FILE = "tests/fixtures/registers/technicians.json";

let folder: string;
let refusals: string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hairline-list-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  refusals = [];
  await emptyDatabase();
});

async function run(file: string, snapshotOn: string, isDryRun = false): Promise<ImportReport> {
  const onRefusal = (refusal: Parameters<typeof describeRefusal>[0]) => refusals.push(describeRefusal(refusal));
  return importTechnicianList("my-school", await openSourceFile(file), { snapshotOn, isDryRun, onRefusal });
}

async function fileOf(text: string): Promise<string> {
  const file = path.join(folder, "list.csv");
  await writeFile(file, text);
  return file;
}

const contents = () =>
  db().technician.findMany({
    orderBy: { listingRecord: "asc" },
    omit: { id: true, slug: true, createdAt: true, updatedAt: true },
    include: { premises: { select: { premises: { omit: { id: true, createdAt: true, updatedAt: true } } } } },
  });

describe("a list of technicians", () => {
  it("becomes unclaimed listings with their premises, found in the gazetteer where no position is given", async () => {
    const report = await run(CSV, "2026-01-01");
    expect(refusals).toEqual([]);
    expect(report.counts.listings).toEqual({ new: 2, changed: 0, kept: 0 });
    const [ade, bo] = await contents();
    expect(ade).toMatchObject({
      listingSource: "list:my-school",
      listingRecord: "a-1",
      status: "unclaimed",
      name: "Ade Example",
      bio: "Trained in Leeds.\nWorks alone.",
      websiteUrl: "https://studio.example.org",
      languages: ["en", "fr"],
      treatments: ["hairline", "density"],
      skinTypes: [1, 2, 3],
      practisingSince: 2016,
      gender: "woman",
    });
    expect(ade?.premises[0]?.premises).toMatchObject({
      lat: 53.7965,
      lng: -1.5478,
      features: ["private_room", "step_free"],
    });
    expect(bo?.premises[0]?.premises.countryCode).toBe("GB");
    expect(bo?.premises[0]?.premises.lat).toBeCloseTo(53.48, 0);
    expect(await db().searchOutbox.count()).toBe(2);
  });

  it("is the same from JSON, so that the other form changes nothing", async () => {
    await run(CSV, "2026-01-01");
    await db().searchOutbox.deleteMany();
    const report = await run(JSON_FILE, "2026-01-01");
    expect(report.counts.rowsChanged).toBe(0);
    expect(await db().searchOutbox.count()).toBe(0);
  });

  it("in a dry run writes nothing", async () => {
    const report = await run(CSV, "2026-01-01", true);
    expect(report.counts.listings.new).toBe(2);
    expect(await db().technician.count()).toBe(0);
    expect(await db().premises.count()).toBe(0);
    expect(await db().registerImport.count()).toBe(0);
  });

  it("of an earlier day adds records but turns none back, and a record that a later list lacks stays", async () => {
    const later = (await readFile(CSV, "utf8")).replace("Ade Example", "Ade Later").replace(/a-2,.*\n/, "");
    await run(await fileOf(later), "2026-02-02");
    await run(CSV, "2026-01-01");
    const backwards = await contents();
    expect(backwards.map((technician) => technician.name)).toEqual(["Ade Later", "Bo Sample"]);
    await emptyDatabase();
    await run(CSV, "2026-01-01");
    await run(await fileOf(later), "2026-02-02");
    expect(await contents()).toEqual(backwards);
  });
});

it("bad records are refused while the good ones go in", async () => {
  const header = "record,name,studio,address,city,country,website";
  const rows = [
    "r1,Ade,Studio,1 Road,Leeds,GB,https://example.org",
    "r2,Bo,Studio,1 Road,Leeds,GB,ftp://example.org",
    "r1,Ade Again,Studio,1 Road,Leeds,GB,",
    "r3,Cy,Studio,1 Road,Xqzzyvort,GB,",
    "r4,Di,Studio,1 Road,Leeds,GB",
    "r5,Ed,Studio,1 Road,Toronto,CA,",
  ];
  const report = await run(await fileOf([header, ...rows].join("\n")), "2026-01-01");
  expect(refusals).toEqual([
    'line 3, website: "ftp://example.org" is not an http or https address',
    'line 4, record: "r1" was given on line 2 already',
    'line 5, city: "Xqzzyvort" is not a place we know there; give lat and lng',
    "line 6: has 6 cells where the header has 7",
  ]);
  expect(report).toMatchObject({ rowsRead: 6, rowsRefused: 4 });
  expect((await contents()).map((technician) => technician.listingRecord)).toEqual(["r1", "r5"]);
});

it("a list with an unknown column brings nothing in", async () => {
  const report = await run(
    await fileOf("record,name,studio,address,city,country,languges\nr,N,S,A,Leeds,GB,en"),
    "2026-01-01",
  );
  expect(refusals).toEqual(['line 1: "languges" is not a column; did you mean "languages"?']);
  expect(report.rowsRefused).toBe(1);
  expect(await db().technician.count()).toBe(0);
});
