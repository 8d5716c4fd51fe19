import fs from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { planMigration } from "./lib/schema-engine.ts";

/** `npm run make-migration -- NAME` writes the SQL that takes the last migration to today's schema.prisma. */
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run make-migration -- name_in_lower_case");
  process.exit(2);
}
const sql = await planMigration(new PrismaPGlite(new PGlite()));
if (sql === "") {
  console.log("Schema and migrations agree; nothing to write.");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join("prisma/migrations", `${stamp}_${name}`);
await fs.mkdir(folder, { recursive: true });
await fs.writeFile(path.join(folder, "migration.sql"), `${sql}\n`);
console.log(`Wrote ${folder}/migration.sql. Read it, and add the rules that Prisma can't express.`);
process.exit(0);
