import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { sendMarked } from "#app/domain/search/send-marked.server.ts";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { addTechnicians, indexedNames, rename, useEngineProxy } from "../../../tests/support/search-index.ts";
import { db } from "#app/platform/db.server.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";

const { engine } = useEngineProxy();

test("whatever search shows of a technician marks them when it changes, and a rolled back change does not", async () => {
  const [ada = "", ben = ""] = await addTechnicians("Ada", "Ben");
  const marked = async () => (await db().searchOutbox.findMany()).map(({ technicianId }) => technicianId).sort();
  const marks = async (change: () => Promise<unknown>) => {
    await db().searchOutbox.deleteMany();
    await change();
    return marked();
  };
  expect(await marked()).toEqual([ada, ben].sort());
  const premises = { name: "Studio", address: "1 Road", city: "Leeds", countryCode: "GB", lat: 53.8, lng: -1.5 };
  expect(
    await marks(() =>
      db().technicianPremises.create({
        data: { technician: { connect: { id: ada } }, premises: { create: premises } },
      }),
    ),
  ).toEqual([ada]);
  const { premisesId } = await db().technicianPremises.findFirstOrThrow();
  expect(await marks(() => db().premises.update({ where: { id: premisesId }, data: { city: "York" } }))).toEqual([ada]);
  const inspection = {
    premisesId,
    inspectedOn: new Date("2026-01-01"),
    outcome: "pass" as const,
    source: "r",
    sourceRecord: "1",
    snapshotOn: new Date("2026-01-02"),
  };
  expect(await marks(() => db().inspection.create({ data: inspection }))).toEqual([ada]);
  expect(await marks(() => db().evidence.createMany({ data: [evidenceRow({ technicianId: ben })] }))).toEqual([ben]);
  expect(await marks(() => db().evidence.updateMany({ data: { status: "withdrawn" } }))).toEqual([ben]);
  expect(await marks(() => db().evidence.deleteMany())).toEqual([ben]);
  const price = {
    technicianId: ben,
    treatment: "hairline" as const,
    amountFrom: 1,
    amountTo: 2,
    currency: "GBP",
    confirmedOn: new Date(),
  };
  expect(await marks(() => db().priceBand.create({ data: price }))).toEqual([ben]);
  const work = {
    technicianId: ada,
    title: "Case",
    treatment: "hairline" as const,
    concern: "thinning" as const,
    status: "published" as const,
    checkedOn: new Date(),
  };
  const caseId = randomUUID();
  expect(await marks(() => db().portfolioCase.create({ data: { id: caseId, ...work } }))).toEqual([ada]);
  const photoId = randomUUID();
  const photo = {
    id: photoId,
    portfolioCaseId: caseId,
    storageKey: "k",
    width: 1,
    height: 1,
    placeholderColour: "#aabbcc",
    perceptualHash: "0",
    stage: "aged" as const,
    daysSinceLastSession: 900,
  };
  expect(await marks(() => db().photo.create({ data: photo }))).toEqual([ada]);
  expect(
    await marks(() => db().consent.create({ data: { purpose: "publish_photo", textVersion: "1", photoId } })),
  ).toEqual([ada]);
  expect(await marks(() => db().consent.updateMany({ data: { withdrawnAt: new Date() } }))).toEqual([ada]);
  expect(await marks(() => db().technician.delete({ where: { id: ben } }))).toEqual([ben]);
  const undo = () =>
    db().$transaction(async (tx) => {
      await tx.technician.update({ where: { id: ada }, data: { name: "Never" } });
      throw new Error("rolled back");
    });
  expect(await marks(() => undo().catch(() => undefined))).toEqual([]);
});

test("a mark that is renewed while its technician is being sent is not cleared with the older one", async () => {
  await drainOutbox();
  const [ada = ""] = await addTechnicians("Ada");
  let changes = 0;
  engine().meddle(async ({ method, path, body }) => {
    if (method === "POST" && path.includes("/documents") && changes++ === 0) await rename(ada, "Ada Stone");
    return body;
  });
  expect(await sendMarked([liveIndex()])).toBe(1);
  expect(await db().searchOutbox.count()).toBe(1);
  expect(await sendMarked([liveIndex()])).toBe(1);
  expect(await indexedNames()).toEqual(["Ada Stone"]);
  expect(await db().searchOutbox.count()).toBe(0);
});

test("a mark that a transaction is renewing is left alone and waited for by nobody", async () => {
  await drainOutbox();
  const [ada = ""] = await addTechnicians("Ada");
  await db().$transaction(async (tx) => {
    await tx.technician.update({ where: { id: ada }, data: { name: "Ada Stone" } });
    expect(await sendMarked([liveIndex()])).toBe(1);
    expect(await indexedNames()).toEqual(["Ada"]);
  });
  expect(await db().searchOutbox.count()).toBe(1);
  await sendMarked([liveIndex()]);
  expect(await indexedNames()).toEqual(["Ada Stone"]);
});
