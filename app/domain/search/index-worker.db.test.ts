import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { finish } from "#app/domain/search/index-task.server.ts";
import { startIndexWorker } from "#app/domain/search/index-worker.server.ts";
import type { IndexWorker } from "#app/domain/search/index-worker.server.ts";
import { asIndexWriter } from "#app/domain/search/index-writer.server.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import type { TechnicianDocument } from "#app/domain/search/technician-document.ts";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { addTechnicians, indexedNames, rename, useEngineProxy } from "../../../tests/support/search-index.ts";
import { db } from "#app/platform/db.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";

const { engine } = useEngineProxy();
const workers: IndexWorker[] = [];
let written = "";
beforeEach(() => void (written = ""));
afterEach(async () => {
  engine().heal();
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

const log = createLog({ level: "info", destination: { write: (line) => void (written += line) } });
function start(settings: Partial<Parameters<typeof startIndexWorker>[0]> = {}): IndexWorker {
  const worker = startIndexWorker({ log, idleMs: 100, ...settings });
  workers.push(worker);
  return worker;
}

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const eventuallyIndexed = (...names: string[]) =>
  eventually(async () => {
    expect(await indexedNames()).toEqual(names);
    expect(await db().searchOutbox.count({ where: { deadAt: null } })).toBe(0);
  });

test("brings what changes into the index by itself, and lets go of whom readers may not see", async () => {
  const [, ben = "", cleo = ""] = await addTechnicians("Ada", "Ben", "Cleo");
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
  engine().loseAnswers(/POST .*documents/);
  start();
  await addTechnicians("Ada", "Ben");
  await eventually(async () => expect(written).toContain("could not bring the search index in step"));
  expect(await db().searchOutbox.count()).toBe(2);
  engine().heal();
  await eventuallyIndexed("Ada", "Ben");
});

test("F-04 changes made while the engine is down are in the index once it is back", async () => {
  const [ada = ""] = await addTechnicians("Ada");
  start();
  await eventuallyIndexed("Ada");
  engine().cut();
  await rename(ada, "Ada Stone");
  await addTechnicians("Ben");
  await eventually(async () => expect(written).toContain("could not bring the search index in step"));
  // One outage is one line, however often it is tried.
  expect(written.match(/"level":"error"/g)).toHaveLength(1);
  engine().heal();
  await eventuallyIndexed("Ada Stone", "Ben");
  await eventually(async () => expect(written).toContain("in step again"));
});

test("F-06 a technician whom the engine refuses stands in nobody's way, is parked, and comes back with a change", async () => {
  const ids = await addTechnicians("Ada", "Ben", "Cleo", "Dora", "Eve");
  const bad = ids[2] ?? "";
  let isPoisoned = true;
  engine().meddle(({ method, path, body }) =>
    isPoisoned && method === "POST" && path.includes("/documents")
      ? body.replace(`"id":"${bad}"`, '"id":"not an id!"')
      : body,
  );
  start();
  await eventually(async () => expect(await indexedNames()).toEqual(["Ada", "Ben", "Dora", "Eve"]));
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
  await addTechnicians("Ada", "Ben");
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
  await addTechnicians("Ada");
  await eventuallyIndexed("Ada");
  const locks = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  expect(locks).toEqual([{ count: 1 }]);
  await first.stop();
  await addTechnicians("Ben");
  await eventuallyIndexed("Ada", "Ben");
});

test("a lost connection to the database is opened again", async () => {
  start();
  await eventuallyIndexed();
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'hairline session' AND datname = current_database()`;
  await addTechnicians("Ada");
  await eventuallyIndexed("Ada");
});

test("gives a command its turn and goes on afterwards", async () => {
  const [ada = ""] = await addTechnicians("Ada");
  start();
  await eventuallyIndexed("Ada");
  await asIndexWriter(async () => {
    await rename(ada, "Ada Stone");
    expect(await rebuildIndex()).toBe(1);
  });
  expect(await indexedNames()).toEqual(["Ada Stone"]);
  await addTechnicians("Ben");
  await eventuallyIndexed("Ada Stone", "Ben");
});

test("F-19 follows the calendar: what ran out overnight no longer counts in the order, with nobody touching it", async () => {
  const [ada = ""] = await addTechnicians("Ada");
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
  await addTechnicians("Ada", "Ben");
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
  expect(await indexedNames()).toContain("Phantom");
  now = new Date("2026-06-30T00:01:00Z");
  await eventuallyIndexed("Ada", "Ben");
});
