import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export type HomeCounts = {
  technicianCount: number;
  checkedFactCount: number;
  reviewCount: number;
  inspectionCount: number;
};

/** The real figures of the home page, in one query: what readers can see, as of today. */
export async function countForHome(tx: Db = db()): Promise<HomeCounts> {
  const rows = await tx.$queryRaw<HomeCounts[]>`
    SELECT count(*)::int AS "technicianCount", coalesce(sum(t."reviewCount"), 0)::int AS "reviewCount",
      (SELECT count(*)::int FROM "Evidence" e WHERE e.status = 'verified'
        AND (e."expiresOn" IS NULL OR e."expiresOn" > CURRENT_DATE)) AS "checkedFactCount",
      (SELECT count(*)::int FROM "Inspection") AS "inspectionCount"
    FROM "Technician" t WHERE ${visibleTechnicianSql}`;
  return rows[0] ?? { technicianCount: 0, checkedFactCount: 0, reviewCount: 0, inspectionCount: 0 };
}
