import { beforeEach, describe, expect, test } from "vitest";
import { countInDatabase, matchInDatabase } from "#app/domain/search/match-in-database.server.ts";
import type { SearchPlace } from "#app/domain/search/result.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";
import { suggestNames } from "#app/domain/search/suggest-names.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { authorizationRow, evidenceRow, regimeRow } from "../../../prisma/factories/evidence-row.ts";
import { portfolioCaseRow, premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = "2026-06-30";
const LEEDS: SearchPlace = { lat: 53.8, lng: -1.55, name: "Leeds", countryCode: "GB" };

const match = (query: string, place: SearchPlace | null = null, today = TODAY) =>
  matchInDatabase({ params: parseSearchParams(new URLSearchParams(query)).params, place }, today);

async function names(query: string, place: SearchPlace | null = null, today = TODAY): Promise<string[]> {
  const { hits } = await match(query, place, today);
  const rows = await db().technician.findMany({ where: { id: { in: hits.map(({ id }) => id) } } });
  return hits.map(({ id }) => rows.find((row) => row.id === id)?.name ?? "");
}

async function add(name: string, rest: Partial<Prisma.TechnicianCreateManyInput> = {}): Promise<string> {
  const row = technicianRow({ name, bio: "", treatments: [], concerns: [], ...rest });
  await db().technician.createMany({ data: [row] });
  return row.id;
}

async function addPremises(
  technicianId: string,
  rest: Partial<Prisma.PremisesCreateManyInput> = {},
  work: { position?: number; guestUntil?: Date } = {},
): Promise<string> {
  const row = premisesRow({ name: "Room", ...rest });
  await db().premises.createMany({ data: [row] });
  await db().technicianPremises.createMany({ data: [{ technicianId, premisesId: row.id, ...work }] });
  return row.id;
}

const inspect = (premisesId: string, day: string, outcome: "pass" | "conditional_pass" | "closed") =>
  db().inspection.create({
    data: {
      premisesId,
      inspectedOn: new Date(day),
      outcome,
      source: "test",
      sourceRecord: premisesId,
      snapshotOn: new Date(day),
    },
  });

beforeEach(emptyDatabase);

describe("who is found", () => {
  test("drafts and suspended technicians are neither found, counted nor suggested", async () => {
    await add("Ada Shown");
    await add("Ada Draft", { status: "draft" });
    await add("Ada Suspended", { status: "suspended" });
    expect(await names("q=ada")).toEqual(["Ada Shown"]);
    expect((await match("")).total).toBe(1);
    expect((await match("")).counts.treatment).toEqual({});
    expect(await suggestNames("ada", 9)).toHaveLength(1);
  });

  test("who is hidden is gone at once", async () => {
    const id = await add("Ada");
    await db().technician.update({ where: { id }, data: { status: "suspended" } });
    expect(await names("q=ada")).toEqual([]);
  });

  test("a technician without a place of work is found, but not near anywhere", async () => {
    await add("Ada");
    expect(await match("")).toMatchObject({ hits: [{ claimed: 1 }], total: 1 });
    expect(await names("radius=500", LEEDS)).toEqual([]);
  });

  test("only the first three places of work count for where somebody is, all of them for features", async () => {
    const id = await add("Ada");
    for (const position of [0, 1, 2]) await addPremises(id, { lat: 10 + position, lng: 10 }, { position });
    await addPremises(id, { lat: LEEDS.lat, lng: LEEDS.lng, features: ["step_free"] }, { position: 3 });
    expect(await names("radius=10", LEEDS)).toEqual([]);
    expect(await names("feature=step_free")).toEqual(["Ada"]);
    expect((await match("")).hits).toEqual([
      { id, claimed: 1, lat: 10, lng: 10, lat2: 11, lng2: 10, lat3: 12, lng3: 10 },
    ]);
  });

  test("a position that differs by next to nothing is answered", async () => {
    await addPremises(await add("Ada"), { lat: 0, lng: 0 });
    const nowhere = { lat: 1e-300, lng: -1e-300, name: "Null Island", countryCode: null };
    expect(await names("radius=1&sort=distance", nowhere)).toEqual(["Ada"]);
  });

  test("an option that a list holds twice counts once", async () => {
    await add("Ada", { treatments: ["crown", "crown"], languages: ["en", "en"], skinTypes: [1, 1] });
    const { counts } = await match("");
    expect(counts).toMatchObject({ treatment: { crown: 1 }, language: { en: 1 }, skin: { 1: 1 } });
  });
});

describe("what is checked today", () => {
  const addAuthorization = async (name: string, expiresOn: Date | null, isNotRequired = false) => {
    const row = evidenceRow({ technicianId: await add(name), expiresOn });
    await db().regime.createMany({ data: [regimeRow({ key: "test" })], skipDuplicates: true });
    await db().evidence.createMany({ data: [row] });
    const notRequired = isNotRequired && { notRequired: true, reason: "Nobody asks" };
    await db().authorization.createMany({
      data: [authorizationRow({ evidenceId: row.id, regimeKey: "test", ...notRequired })],
    });
  };

  test("a fact counts up to the day before it runs out", async () => {
    await addAuthorization("Ada", new Date("2026-07-01"));
    expect(await names("verified=authorization", null, "2026-06-30")).toEqual(["Ada"]);
    expect((await match("", null, "2026-06-30")).counts.verified["authorization"]).toBe(1);
    expect(await names("verified=authorization", null, "2026-07-01")).toEqual([]);
    expect((await match("", null, "2026-07-01")).counts.verified["authorization"]).toBe(0);
  });

  test("that nothing is required is no checked authorization", async () => {
    await addAuthorization("Not required", null, true);
    await addAuthorization("Licensed", null);
    expect(await names("verified=authorization")).toEqual(["Licensed"]);
  });

  test("a place that inspectors passed is checked for sterility, one that they closed is not, whatever it holds", async () => {
    for (const [name, outcomes] of [
      ["Passed", ["closed", "pass"]],
      ["Closed", ["pass", "closed"]],
      ["Conditional", ["pass", "conditional_pass"]],
      ["Conditional with a certificate", ["conditional_pass"]],
      ["Closed with a certificate", ["closed"]],
    ] as const) {
      const id = await add(name);
      const premises = await addPremises(id);
      for (const [at, outcome] of outcomes.entries()) await inspect(premises, `2026-0${at + 1}-01`, outcome);
      if (name.endsWith("certificate")) {
        await db().evidence.createMany({ data: [evidenceRow({ technicianId: id, kind: "hygiene" })] });
      }
    }
    expect((await names("verified=sterile")).sort()).toEqual(["Conditional with a certificate", "Passed"]);
  });

  test("where a guest no longer works says nothing about them", async () => {
    const id = await add("Guest");
    await inspect(await addPremises(id, {}, { guestUntil: new Date("2020-01-01") }), "2026-01-01", "pass");
    expect(await names("verified=sterile")).toEqual([]);
  });

  test("withdrawn consent takes a case out of the track record and a picture out of the ages of results", async () => {
    const shown = portfolioCaseRow({ technicianId: await add("Ada") });
    await db().portfolioCase.createMany({ data: [shown] });
    const photo = await db().photo.create({
      data: {
        portfolioCaseId: shown.id,
        storageKey: "k",
        width: 4,
        height: 4,
        placeholderColour: "#000000",
        perceptualHash: "0",
        stage: "settled",
        daysSinceLastSession: 183,
      },
    });
    expect(await names("verified=portfolio&result=settled")).toEqual(["Ada"]);
    expect((await match("")).counts.result).toEqual({ healed: 1, settled: 1 });
    const withdrawn = { purpose: "publish_photo", textVersion: "1", withdrawnAt: new Date() } as const;
    await db().consent.create({ data: { photoId: photo.id, ...withdrawn } });
    expect(await names("result=healed")).toEqual([]);
    expect(await names("verified=portfolio")).toEqual(["Ada"]);
    await db().consent.create({ data: { portfolioCaseId: shown.id, ...withdrawn } });
    expect(await names("verified=portfolio")).toEqual([]);
  });
});

describe("order", () => {
  test("claimed first; then by where the words are found, then by what is checked, the score, the reviews, the name", async () => {
    await add("Omar", { bio: "A crown of care." });
    await add("Nils", { concerns: ["after_transplant"], treatments: ["crown"] });
    await addPremises(await add("Mona"), { city: "Crownhill" });
    await addPremises(await add("Lena"), { name: "Crown Room" });
    await add("Kim Crown", { ratingScore: 3.6 });
    await add("Jo Crown", { ratingScore: 3.6, reviewCount: 2, ratingMean: 4 });
    await add("Ines Crown", { ratingScore: 4 });
    const checked = await add("Hana Crown");
    await db().evidence.createMany({ data: [evidenceRow({ technicianId: checked, kind: "training" })] });
    await add("Abe Crown", { status: "unclaimed", ratingScore: 5 });
    await add("ada crown", { ratingScore: 3.6 });
    expect(await names("q=crown")).toEqual([
      "Hana Crown",
      "Ines Crown",
      "Jo Crown",
      "ada crown",
      "Kim Crown",
      "Lena",
      "Mona",
      "Nils",
      "Omar",
      "Abe Crown",
    ]);
  });

  test("who matches more of the words comes first when nobody matches all", async () => {
    await add("Ruth", { ratingScore: 5 });
    await add("Tom", { bio: "Kind in Leeds.", ratingScore: 3 });
    expect(await match("q=ruth+zzzz+kind+leeds")).toMatchObject({ total: 2, isPartial: true });
    expect(await names("q=ruth+zzzz+kind+leeds")).toEqual(["Tom", "Ruth"]);
    expect(await match("q=zzzz+yyyy")).toMatchObject({ total: 0, isPartial: false });
  });
});

describe("counts without this or that", () => {
  test("stand in the order of the searches, whichever places, words and currencies they have", async () => {
    await addPremises(await add("Ruth Calder", { treatments: ["crown"] }), { lat: LEEDS.lat, lng: LEEDS.lng });
    await add("Tom Calder");
    const { params } = parseSearchParams(new URLSearchParams("q=calder&treatment=crown&radius=10"));
    expect(
      await countInDatabase(
        [
          { params: { ...params, treatment: [] }, place: null },
          { params: { ...params, q: "zzzz" }, place: LEEDS },
          { params, place: LEEDS },
          { params: { ...params, treatment: [], priceMax: 5, currency: "GBP" }, place: null },
          { params: { ...params, treatment: [], q: "tom" }, place: null },
        ],
        TODAY,
      ),
    ).toEqual([2, 0, 1, 0, 1]);
  });
});

describe("suggestions of names", () => {
  test("each word begins a word of the name or of a studio; claimed first, then by name, no more than asked for", async () => {
    const zoe = await add("Zoë Café");
    const ada = await add("Ada");
    await addPremises(ada, { name: "The Café Room" });
    const listed = await add("Cafe Listing", { status: "unclaimed" });
    await add("Decaf", { bio: "café" });
    expect(await suggestNames("caf", 9)).toEqual([ada, zoe, listed]);
    expect(await suggestNames("CAFÉ zo", 9)).toEqual([zoe]);
    expect(await suggestNames("caf", 2)).toEqual([ada, zoe]);
  });

  test.each(["", "%", "(", "\\", "'", "\u0000"])("“%s” suggests nobody", async (text) => {
    await add("Ada");
    expect(await suggestNames(text, 9)).toEqual([]);
  });
});
