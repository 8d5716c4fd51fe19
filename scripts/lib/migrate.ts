import { PrismaPg } from "@prisma/adapter-pg";
import { NO_FILTER, listMigrations, openSchemaEngine } from "./schema-engine.ts";

/** Applies the migrations that the database lacks, each recorded in `_prisma_migrations`. */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const engine = await openSchemaEngine(new PrismaPg({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 }));
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: await listMigrations(),
    filters: NO_FILTER,
  });
  return { applied: appliedMigrationNames };
}
