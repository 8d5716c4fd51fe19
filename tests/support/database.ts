import { db, disconnectDatabase } from "#app/platform/db.server.ts";

/** Empties every table but the record of migrations. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db().$transaction(async (tx) => {
    // Names come from the catalogue, quoted by it.
    await tx.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(", ")} CASCADE`);
  });
}

/** Puts this process and the setting of its database into a time zone, with new connections; null: as it was. */
export async function liveIn(zone: string | null, before: string | undefined): Promise<void> {
  const wanted = zone ?? before;
  if (wanted === undefined) delete process.env["TZ"];
  else process.env["TZ"] = wanted;
  const rows = await db().$queryRaw<{ set: string; reset: string }[]>`
    SELECT format('ALTER DATABASE %I SET timezone TO %L', current_database(), ${zone ?? "UTC"}::text) AS "set",
      format('ALTER DATABASE %I RESET timezone', current_database()) AS reset`;
  await db().$transaction(async (tx) => {
    // Made by the database itself, names and values quoted.
    for (const row of rows) await tx.$executeRawUnsafe(zone === null ? row.reset : row.set);
  });
  await disconnectDatabase();
}
