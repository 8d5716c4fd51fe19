import pg from "pg";
import { z } from "zod";
import { migrate } from "../lib/migrate.ts";
import { createBareMeilisearch } from "./bare-meilisearch.ts";
import type { BareMeilisearch } from "./bare-meilisearch.ts";

/** A database and a family of indexes of this run's own, on the engines that the run was given. */
export type ScratchPlace = {
  databaseName: string;
  databaseUrl: string;
  meiliPrefix: string;
  meilisearch: BareMeilisearch;
  /** Removes both, whatever still uses them. */
  remove: () => Promise<void>;
};

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  MEILI_URL: z.url(),
  MEILI_KEY: z.string(),
  DATA_DIR: z.string().min(1),
});
export type EngineEnvironment = z.infer<typeof environment>;

/** The engines' addresses as `scripts/run.mjs` passes them on. */
export function readEngineEnvironment(): EngineEnvironment {
  const read = environment.safeParse(process.env);
  if (!read.success) throw new Error("there are no engines here: start it as `npm run bench`");
  return read.data;
}

/** Names a place without making anything yet, so that it can be removed however early the run ends. */
export function planScratchPlace(engines: EngineEnvironment): ScratchPlace {
  const databaseName = `hairline_bench_${process.pid}`;
  const meiliPrefix = `bench_${process.pid}_`;
  const url = new URL(engines.DATABASE_URL);
  url.pathname = `/${databaseName}`;
  const meilisearch = createBareMeilisearch(engines.MEILI_URL, engines.MEILI_KEY);
  return {
    databaseName,
    databaseUrl: url.href,
    meiliPrefix,
    meilisearch,
    async remove() {
      await asAdmin(engines, (admin) =>
        admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseName)} WITH (FORCE)`),
      );
      await meilisearch.removeIndexes(meiliPrefix);
      meilisearch.close();
    },
  };
}

/** Makes the database, with all migrations. The indexes come with what is put into them. */
export async function makeScratchDatabase(engines: EngineEnvironment, place: ScratchPlace): Promise<void> {
  await asAdmin(engines, (admin) => admin.query(`CREATE DATABASE ${pg.escapeIdentifier(place.databaseName)}`));
  await migrate(place.databaseUrl);
}

async function asAdmin(engines: EngineEnvironment, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: engines.DATABASE_URL });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
