import { db } from "#app/platform/db.server.ts";

/** Empties every table but the record of migrations. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db().$transaction(async (tx) => {
    // Names come from the catalogue, quoted by it.
    await tx.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(", ")} CASCADE`);
  });
}
