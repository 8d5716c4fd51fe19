import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { NO_FILTER, listMigrations, openSchemaEngine } from "./schema-engine.ts";

/**
 * The published adapter cuts a migration at every semicolon, also inside functions and comments. Here a script goes to
 * the server as it is: one message, which PostgreSQL runs as one transaction, so that half a migration never stays.
 */
function wholeScripts(
  databaseUrl: string,
  opened: { dispose: () => Promise<void> }[],
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    opened.push(connection);
    connection.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query(script).finally(() => client.end());
    };
    return connection;
  };
  return factory;
}

/** Applies the migrations that the database lacks, each recorded in `_prisma_migrations`. */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const opened: { dispose: () => Promise<void> }[] = [];
  const engine = await openSchemaEngine(wholeScripts(databaseUrl, opened));
  try {
    const migrationsList = await listMigrations();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return { applied: appliedMigrationNames };
  } finally {
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}
