import path from "node:path";
import { Meilisearch } from "meilisearch";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startMeilisearch, startPostgres } from "../../scripts/lib/engines.mjs";
import { migrate } from "../../scripts/lib/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    meiliUrl: string;
    meiliKey: string;
  }
}

const TEMPLATE = "hairline_template";

/** Real engines for the whole run, in a data folder of the tests' own, with one migrated database to clone from. */
export default async function startEngines(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = path.resolve(".data/test");
  const [postgres, meilisearch] = await Promise.all([
    // Nothing here has to survive a power cut.
    startPostgres({ dataDir, settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } }),
    startMeilisearch({ dataDir }),
  ]);
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'hairline\\_%'",
  );
  for (const { datname } of rows)
    await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(onDatabase(postgres.url, TEMPLATE));
  await dropIndexes(meilisearch);
  project.provide("databaseUrl", postgres.url);
  project.provide("meiliUrl", meilisearch.url);
  project.provide("meiliKey", meilisearch.key);
  return async () => {
    await Promise.all([postgres.stop(), meilisearch.stop()]);
  };
}

async function dropIndexes({ url, key }: { url: string; key: string }): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: key });
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid } of results) await client.deleteIndex(uid).waitTask();
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
