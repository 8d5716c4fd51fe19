import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

const schemaFile = path.resolve("prisma/schema.prisma");
const migrationsDir = path.resolve("prisma/migrations");
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine from npm as WebAssembly: it plans and applies migrations without the native engine, which
 * the Prisma CLI would download.
 */
export async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  const wasmFile = path.join(
    path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(await fs.readFile(wasmFile), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  const wasm = instance.exports as { __wbindgen_start: () => void };
  (bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }).__wbg_set_wasm(instance.exports);
  wasm.__wbindgen_start();
  const schema = await fs.readFile(schemaFile, "utf8");
  return bindings.SchemaEngine.new(
    { datamodels: [[schemaFile, schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The migrations on disk, oldest first, in the shape that the engine takes. */
export async function listMigrations(): Promise<MigrationList> {
  const entries = await fs.readdir(migrationsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    folders.sort().map(async (folder) => ({
      path: folder,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await fs.readFile(path.join(migrationsDir, folder, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await fs.readFile(path.join(migrationsDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** SQL that would bring a database with today's migrations to today's schema; empty when they agree. */
export async function planMigration(shadow: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const engine = await openSchemaEngine(shadow);
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...(await listMigrations()) },
    to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content: await fs.readFile(schemaFile, "utf8") }] },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  });
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}
