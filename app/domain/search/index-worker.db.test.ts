import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { finish } from "#app/domain/search/index-task.server.ts";
import { startIndexWorker } from "#app/domain/search/index-worker.server.ts";
import type { IndexWorker } from "#app/domain/search/index-worker.server.ts";
import { asIndexWriter } from "#app/domain/search/index-writer.server.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import { sendMarked } from "#app/domain/search/send-marked.server.ts";
import type { TechnicianDocument } from "#app/domain/search/technician-document.ts";
import { liveIndex, spareIndex } from "#app/domain/search/technicians-index.server.ts";
import { db } from "#app/platform/db.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { openEngineProxy } from "../../../tests/support/engine-proxy.ts";
import type { EngineProxy } from "../../../tests/support/engine-proxy.ts";

let proxy: EngineProxy;
const workers: IndexWorker[] = [];
let written = "";
const log = createLog({ level: "info", destination: { write: (line) => void (written += line) } });
const start = (settings: Partial<Parameters<typeof startIndexWorker>[0]> = {}) => {
  const worker = startIndexWorker({ log, idleMs: 100, ...settings });
  workers.push(worker);
  return worker;
};

beforeAll(async () => {
  proxy = await openEngineProxy(process.env["MEILI_URL"] ?? "");
  process.env["MEILI_URL"] = proxy.url;
});
afterAll(() => proxy.close());
beforeEach(async () => {
  proxy.heal();
  written = "";
  await emptyDatabase();
  for (const uid of [liveIndex(), spareIndex()]) {
    await indexingClient().deleteIndex(uid).waitTask();
  }
});
afterEach(async () => {
  proxy.heal();
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

async function add(...names: string[]): Promise<string[]> {
  const rows = names.map((name) => technicianRow({ slug: name.toLowerCase().replace(/\W+/g, "-"), name }));
  await db().technician.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
const rename = (id: string, name: string) =>
  db().technician.update({ where: { id }, data: { name }, select: { id: true } });

/** Whom readers can find, by name. */
async function indexed(): Promise<string[]> {
  const { results } = await indexingClient()
    .index<TechnicianDocument>(liveIndex())
    .getDocuments({ limit: 10_000, fields: ["name"] })
    .catch(() => ({ results: [] }));
  return results.map(({ name }) => name).sort();
}
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const eventuallyIndexed = (...names: string[]) =>
  eventually(async () => {
    expect(await indexed()).toEqual(names);
    expect(await db().searchOutbox.count({ where: { deadAt: null } })).toBe(0);
  });

describe("marks", () => {
  test("whatever search shows of a technician marks them when it changes, and a rolled back change does not", async () => {
    const [ada = "", ben = ""] = await add("Ada", "Ben");
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
    expect(await marks(() => db().premises.update({ where: { id: premisesId }, data: { city: "York" } }))).toEqual([
      ada,
    ]);
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
    const [ada = ""] = await add("Ada");
    let changes = 0;
    proxy.meddle(async ({ method, path, body }) => {
      if (method === "POST" && path.includes("/documents") && changes++ === 0) await rename(ada, "Ada Stone");
      return body;
    });
    expect(await sendMarked([liveIndex()])).toBe(1);
    expect(await db().searchOutbox.count()).toBe(1);
    expect(await sendMarked([liveIndex()])).toBe(1);
    expect(await indexed()).toEqual(["Ada Stone"]);
    expect(await db().searchOutbox.count()).toBe(0);
  });

  test("a mark that a transaction is renewing is left alone and waited for by nobody", async () => {
    await drainOutbox();
    const [ada = ""] = await add("Ada");
    await db().$transaction(async (tx) => {
      await tx.technician.update({ where: { id: ada }, data: { name: "Ada Stone" } });
      expect(await sendMarked([liveIndex()])).toBe(1);
      expect(await indexed()).toEqual(["Ada"]);
    });
    expect(await db().searchOutbox.count()).toBe(1);
    await sendMarked([liveIndex()]);
    expect(await indexed()).toEqual(["Ada Stone"]);
  });
});

describe("the worker", () => {
  test("brings what changes into the index by itself, and lets go of whom readers may not see", async () => {
    const [, ben = "", cleo = ""] = await add("Ada", "Ben", "Cleo");
    start();
    await eventuallyIndexed("Ada", "Ben", "Cleo");
    await rename(ben, "Benedict");
    await eventuallyIndexed("Ada", "Benedict", "Cleo");
    await db().technician.update({ where: { id: ben }, data: { status: "suspended" } });
    await db().technician.delete({ where: { id: cleo } });
    await eventuallyIndexed("Ada");
  });

  test("F-02 an answer that is lost after the engine took the documents costs nothing and doubles nothing", async () => {
    await drainOutbox();
    proxy.loseAnswers(/POST .*documents/);
    start();
    await add("Ada", "Ben");
    await eventually(async () => expect(written).toContain("could not bring the search index in step"));
    expect(await db().searchOutbox.count()).toBe(2);
    proxy.heal();
    await eventuallyIndexed("Ada", "Ben");
  });

  test("F-04 changes made while the engine is down are in the index once it is back", async () => {
    const [ada = ""] = await add("Ada");
    start();
    await eventuallyIndexed("Ada");
    proxy.cut();
    await rename(ada, "Ada Stone");
    await add("Ben");
    await eventually(async () => expect(written).toContain("could not bring the search index in step"));
    // One outage is one line, however often it is tried.
    expect(written.match(/"level":"error"/g)).toHaveLength(1);
    proxy.heal();
    await eventuallyIndexed("Ada Stone", "Ben");
    await eventually(async () => expect(written).toContain("in step again"));
  });

  test("F-06 a technician whom the engine refuses stands in nobody's way, is parked, and comes back with a change", async () => {
    const ids = await add("Ada", "Ben", "Cleo", "Dora", "Eve");
    const bad = ids[2] ?? "";
    let isPoisoned = true;
    proxy.meddle(({ method, path, body }) =>
      isPoisoned && method === "POST" && path.includes("/documents")
        ? body.replace(`"id":"${bad}"`, '"id":"not an id!"')
        : body,
    );
    start();
    await eventually(async () => expect(await indexed()).toEqual(["Ada", "Ben", "Dora", "Eve"]));
    await rename(bad, "Cleopatra");
    await eventually(async () => {
      expect(await db().searchOutbox.findUnique({ where: { technicianId: bad } })).toMatchObject({
        deadAt: expect.any(Date) as Date,
        lastError: expect.stringContaining("not an id!") as string,
      });
    });
    expect(written).toContain("parked until they change");
    isPoisoned = false;
    await rename(bad, "Cleo again");
    await eventuallyIndexed("Ada", "Ben", "Cleo again", "Dora", "Eve");
    expect(await db().searchOutbox.count()).toBe(0);
  });

  test("F-07 an index that was wiped or emptied is built anew by itself", async () => {
    await add("Ada", "Ben");
    start();
    await eventuallyIndexed("Ada", "Ben");
    await finish(await indexingClient().deleteIndex(liveIndex()), indexingClient());
    await eventuallyIndexed("Ada", "Ben");
    await finish(await indexingClient().index(liveIndex()).deleteAllDocuments(), indexingClient());
    await eventuallyIndexed("Ada", "Ben");
  });

  test("of two workers one writes, and the other takes over when it goes", async () => {
    const first = start();
    await eventuallyIndexed();
    start();
    await add("Ada");
    await eventuallyIndexed("Ada");
    const locks = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(locks).toEqual([{ count: 1 }]);
    await first.stop();
    await add("Ben");
    await eventuallyIndexed("Ada", "Ben");
  });

  test("a lost connection to the database is opened again", async () => {
    start();
    await eventuallyIndexed();
    await db().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'hairline session' AND datname = current_database()`;
    await add("Ada");
    await eventuallyIndexed("Ada");
  });

  test("gives a command its turn and goes on afterwards", async () => {
    const [ada = ""] = await add("Ada");
    start();
    await eventuallyIndexed("Ada");
    await asIndexWriter(async () => {
      await rename(ada, "Ada Stone");
      expect(await rebuildIndex()).toBe(1);
    });
    expect(await indexed()).toEqual(["Ada Stone"]);
    await add("Ben");
    await eventuallyIndexed("Ada Stone", "Ben");
  });

  test("F-19 follows the calendar: what ran out overnight no longer counts in the order, with nobody touching it", async () => {
    const [ada = ""] = await add("Ada");
    await db().evidence.createMany({
      data: [
        evidenceRow({
          technicianId: ada,
          criterion: "training",
          kind: "training",
          status: "verified",
          checkedOn: new Date("2026-01-01"),
          expiresOn: new Date("2026-06-30"),
          noExpiryReason: null,
        }),
      ],
    });
    let now = new Date("2026-06-29T23:59:00Z");
    start({ now: () => now });
    const checkedCount = async () =>
      (await indexingClient().index<TechnicianDocument>(liveIndex()).getDocument(ada)).checkedCount;
    await eventuallyIndexed("Ada");
    expect(await checkedCount()).toBe(1);
    now = new Date("2026-06-30T00:01:00Z");
    await eventually(async () => expect(await checkedCount()).toBe(0));
  });

  test("once a day, who is missing from the index or should not be in it is found and put right", async () => {
    await add("Ada", "Ben");
    let now = new Date("2026-06-29T12:00:00Z");
    start({ now: () => now });
    await eventuallyIndexed("Ada", "Ben");
    const index = indexingClient().index<TechnicianDocument>(liveIndex());
    const [ada] = (await index.getDocuments({ filter: 'name = "Ada"' }).catch(() => index.getDocuments({}))).results;
    await finish(await index.deleteDocument(ada?.id ?? ""), indexingClient());
    await finish(
      await index.addDocuments([{ ...(ada as TechnicianDocument), id: randomUUID(), name: "Phantom" }]),
      indexingClient(),
    );
    expect(await indexed()).toContain("Phantom");
    now = new Date("2026-06-30T00:01:00Z");
    await eventuallyIndexed("Ada", "Ben");
  });
});

describe("a rebuild", () => {
  test("F-12 readers never meet a half-filled index, and changes made meanwhile are in the new one", async () => {
    const ids = await add(...Array.from({ length: 60 }, (_, at) => `Technician ${at + 100}`));
    await drainOutbox();
    const seenSizes = new Set<number>();
    let at = 0;
    proxy.meddle(async ({ method, path, body }) => {
      // A change just before each batch, and a look at what readers would find.
      if (method === "POST" && /_next\/documents/.test(path)) {
        await rename(ids[at % ids.length] ?? "", `Renamed ${String(at++).padStart(3, "0")}`);
      }
      if (/swap-indexes|_next/.test(path)) seenSizes.add((await indexed()).length);
      return body;
    });
    await rebuildIndex();
    proxy.heal();
    await drainOutbox();
    expect(at).toBeGreaterThan(0);
    expect([...seenSizes]).toEqual([60]);
    const names = await db().technician.findMany({ select: { name: true } });
    expect(await indexed()).toEqual(names.map(({ name }) => name).sort());
    expect(await db().searchOutbox.count()).toBe(0);
  });

  test.each([
    ["while it is filled", /POST .*_next\/documents/],
    ["at the swap", /POST .*swap-indexes/],
  ])("F-12 killed %s it leaves the index whole, and the next one succeeds", async (_when, step) => {
    const [ada = ""] = await add("Ada", "Ben");
    await drainOutbox();
    await rename(ada, "Ada Stone");
    proxy.meddle(({ method, path, body }) => {
      if (step.test(`${method} ${path}`)) throw new Error("killed");
      return body;
    });
    await expect(rebuildIndex()).rejects.toThrow();
    proxy.heal();
    expect((await indexed()).length).toBe(2);
    expect(await rebuildIndex()).toBe(2);
    expect(await indexed()).toEqual(["Ada Stone", "Ben"]);
  });

  test("an index with other settings is rebuilt, while readers keep the old one", async () => {
    await add("Ada");
    await drainOutbox();
    const meta = indexingClient().index(liveIndex().replace(/technicians$/, "meta"));
    await finish(await meta.updateDocuments([{ id: "technicians", settingsHash: "older" }]), indexingClient());
    expect(await drainOutbox()).toBe(1);
    expect(await drainOutbox()).toBe(0);
    expect(await indexed()).toEqual(["Ada"]);
  });

  test("an index is not swapped in when it lacks somebody", async () => {
    await add("Ada", "Ben");
    await drainOutbox();
    proxy.meddle(({ method, path, body }) =>
      method === "POST" && path.includes("_next/documents")
        ? JSON.stringify((JSON.parse(body) as unknown[]).slice(1))
        : body,
    );
    await expect(rebuildIndex()).rejects.toThrow(/holds 1 of 2 technicians, so the old one stays/);
    expect(await indexed()).toEqual(["Ada", "Ben"]);
  });
});
