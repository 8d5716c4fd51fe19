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
