import { migrate } from "./lib/migrate.ts";

/**
 * Brings the database of DATABASE_URL up to date, for the start command: migrations and reference data always, then
 * sample data when it holds no technician. Lines that begin with "::" are for that command, others tell a person what is going on.
 */
const databaseUrl = process.env["DATABASE_URL"];
if (!databaseUrl) {
  console.error("DATABASE_URL is missing.");
  process.exit(1);
}

try {
  const { applied } = await migrate(databaseUrl);
  console.log(`::migrated ${applied.length}`);
  const { loadRegimes } = await import("../prisma/reference/load-regimes.server.ts");
  await loadRegimes();
  if (!process.argv.includes("--migrate-only")) {
    const { seedIfEmpty } = await import("../prisma/seed.ts");
    await seedIfEmpty((line: string) => console.log(line));
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// Connections of the database client may still be open; nothing is left to do on them.
process.exit();
