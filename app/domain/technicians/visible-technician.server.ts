import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** SQL for "readers may see it", where `t` is a row of "Technician": the one place that decides it for queries. */
export const visibleTechnicianSql = Prisma.sql`t.status IN ('published', 'unclaimed')`;
