import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** SQL for "readers may see it", where `t` is a row of "Technician": the one place that decides it for queries. */
export const visibleTechnicianSql = Prisma.sql`t.status IN ('published', 'unclaimed')`;

/** Whether there is anybody that readers may see. */
export async function isAnybodyListed(tx: Db = db()): Promise<boolean> {
  const rows = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Technician" t WHERE ${visibleTechnicianSql}) AS is`;
  return rows[0]?.is ?? false;
}

export async function countVisibleTechnicians(tx: Db = db()): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Technician" t WHERE ${visibleTechnicianSql}`;
  return rows[0]?.count ?? 0;
}

/** Before every id there is. */
export const LOWEST_ID = "00000000-0000-0000-0000-000000000000";

/** Ids of everybody whom readers may see, some at a time and read only when they are wanted. Never an empty batch. */
export async function* visibleTechnicianIds(batch: number, tx: Db = db()): AsyncGenerator<string[]> {
  for (let after = LOWEST_ID; ;) {
    const rows: { id: string }[] = await tx.$queryRaw<{ id: string }[]>`
      SELECT t.id::text FROM "Technician" t WHERE t.id > ${after}::uuid AND ${visibleTechnicianSql}
      ORDER BY t.id LIMIT ${batch}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
