import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { TechnicianDocument } from "#app/domain/search/technician-document.ts";
import { liveIndex, spareIndex } from "#app/domain/search/technicians-index.server.ts";
import { db } from "#app/platform/db.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "./database.ts";
import { openEngineProxy } from "./engine-proxy.ts";
import type { EngineProxy } from "./engine-proxy.ts";

/** For tests of the index: an empty database and no index before each, and the engine behind a proxy that can fail. */
export function useEngineProxy(): { engine: () => EngineProxy } {
  let proxy: EngineProxy;
  beforeAll(async () => {
    proxy = await openEngineProxy(process.env["MEILI_URL"] ?? "");
    process.env["MEILI_URL"] = proxy.url;
  });
  afterAll(() => proxy.close());
  beforeEach(async () => {
    await emptyDatabase();
    for (const uid of [liveIndex(), spareIndex()]) await indexingClient().deleteIndex(uid).waitTask();
  });
  afterEach(() => proxy.heal());
  return { engine: () => proxy };
}

export async function addTechnicians(...names: string[]): Promise<string[]> {
  const rows = names.map((name) => technicianRow({ slug: name.toLowerCase().replace(/\W+/g, "-"), name }));
  await db().technician.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

export const rename = (id: string, name: string) =>
  db().technician.update({ where: { id }, data: { name }, select: { id: true } });

/** Whom the live index holds, by name. */
export async function indexedNames(): Promise<string[]> {
  const { results } = await indexingClient()
    .index(liveIndex())
    .getDocuments<TechnicianDocument>({ limit: 10_000, fields: ["name"] })
    .catch(() => ({ results: [] as TechnicianDocument[] }));
  return results.map(({ name }) => name).sort();
}
