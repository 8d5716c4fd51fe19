import type { Keeper } from "#app/domain/technicians/keeper.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { TechnicianStatus } from "#app/platform/generated/prisma/enums.ts";

/**
 * The row of a profile that somebody keeps, locked until the transaction ends: changes of one profile come one after the
 * other. Null for who keeps none, or another one.
 */
export async function lockOwnProfile(
  { userId, technicianId }: Keeper,
  tx: Db,
): Promise<{ slug: string; status: TechnicianStatus } | null> {
  const rows = await tx.$queryRaw<{ slug: string; status: TechnicianStatus }[]>`
    SELECT slug, status::text AS status FROM "Technician"
    WHERE id = ${technicianId}::uuid AND "ownerId" = ${userId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}
