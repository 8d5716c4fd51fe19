import { expect, test } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { finish } from "#app/domain/search/index-task.server.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.server.ts";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { addTechnicians, indexedNames, rename, useEngineProxy } from "../../../tests/support/search-index.ts";
import { db } from "#app/platform/db.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";

const { engine } = useEngineProxy();

test("F-12 readers never meet a half-filled index, and changes made meanwhile are in the new one", async () => {
  const ids = await addTechnicians(...Array.from({ length: 60 }, (_, at) => `Technician ${at + 100}`));
  await drainOutbox();
  const seenSizes = new Set<number>();
  let at = 0;
  engine().meddle(async ({ method, path, body }) => {
    // A change just before each batch, and a look at what readers would find.
    if (method === "POST" && /_next\/documents/.test(path)) {
      await rename(ids[at % ids.length] ?? "", `Renamed ${String(at++).padStart(3, "0")}`);
    }
    if (/swap-indexes|_next/.test(path)) seenSizes.add((await indexedNames()).length);
    return body;
  });
  await rebuildIndex();
  engine().heal();
  await drainOutbox();
  expect(at).toBeGreaterThan(0);
  expect([...seenSizes]).toEqual([60]);
  const names = await db().technician.findMany({ select: { name: true } });
  expect(await indexedNames()).toEqual(names.map(({ name }) => name).sort());
  expect(await db().searchOutbox.count()).toBe(0);
});

test.each([
  ["while it is filled", /POST .*_next\/documents/],
  ["at the swap", /POST .*swap-indexes/],
])("F-12 killed %s it leaves the index whole, and the next one succeeds", async (_when, step) => {
  const [ada = ""] = await addTechnicians("Ada", "Ben");
  await drainOutbox();
  await rename(ada, "Ada Stone");
  engine().meddle(({ method, path, body }) => {
    if (step.test(`${method} ${path}`)) throw new Error("killed");
    return body;
  });
  await expect(rebuildIndex()).rejects.toThrow();
  engine().heal();
  expect((await indexedNames()).length).toBe(2);
  expect(await rebuildIndex()).toBe(2);
  expect(await indexedNames()).toEqual(["Ada Stone", "Ben"]);
});

test("an index with other settings is rebuilt, while readers keep the old one", async () => {
  await addTechnicians("Ada");
  await drainOutbox();
  const meta = indexingClient().index(liveIndex().replace(/technicians$/, "meta"));
  await finish(await meta.updateDocuments([{ id: "technicians", settingsHash: "older" }]), indexingClient());
  expect(await drainOutbox()).toBe(1);
  expect(await drainOutbox()).toBe(0);
  expect(await indexedNames()).toEqual(["Ada"]);
});

test("an index is not swapped in when it lacks somebody", async () => {
  await addTechnicians("Ada", "Ben");
  await drainOutbox();
  engine().meddle(({ method, path, body }) =>
    method === "POST" && path.includes("_next/documents")
      ? JSON.stringify((JSON.parse(body) as unknown[]).slice(1))
      : body,
  );
  await expect(rebuildIndex()).rejects.toThrow(/holds 1 of 2 technicians, so the old one stays/);
  expect(await indexedNames()).toEqual(["Ada", "Ben"]);
});
