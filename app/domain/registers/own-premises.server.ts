import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** SQL: the viewer keeps a profile at the premises of the row `i` of "Inspection" (Z-07). */
export function isOwnPremisesSql(viewerId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "TechnicianPremises" own JOIN "Technician" mine ON mine.id = own."technicianId"
    WHERE own."premisesId" = i."premisesId" AND mine."ownerId" = ${viewerId}::uuid)`;
}
