import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

/** Gives the tests of one file a database of their own, cloned from the migrated template, and own index names. */
const name = `hairline_${process.pid}_${Date.now().toString(36)}`;
const admin = new pg.Client({ connectionString: inject("databaseUrl") });
await admin.connect();
await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE hairline_template`);
await admin.end();

const url = new URL(inject("databaseUrl"));
url.pathname = `/${name}`;
Object.assign(process.env, {
  NODE_ENV: "test",
  DATABASE_URL: url.href,
  DATABASE_POOL: "6",
  MEILI_URL: inject("meiliUrl"),
  MEILI_KEY: inject("meiliKey"),
  MEILI_PREFIX: `${name}_`,
  DATA_DIR: mkdtempSync(path.join(tmpdir(), "hairline-test-")),
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { disconnectDatabase } = await import("#app/platform/db.server.ts");
  await disconnectDatabase();
});
