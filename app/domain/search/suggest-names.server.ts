import { beginningPatterns } from "#app/domain/search/match-words.ts";
import { withinASecond } from "#app/domain/search/within-a-second.server.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Ids of technicians with a name or studio in which some word begins with each word of the text: claimed first, then by
 * name. The database's stand-in for suggestions from the search engine, without typing errors.
 */
export async function suggestNames(text: string, limit: number, tx?: Db): Promise<string[]> {
  const patterns = beginningPatterns(text);
  if (patterns.length === 0) return [];
  const rows = await withinASecond(
    tx,
    (own) => own.$queryRaw<{ id: string }[]>`
      WITH work AS (
        SELECT tp."technicianId", string_agg(p.name, ' ') AS studios
        FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId" GROUP BY tp."technicianId")
      SELECT t.id FROM "Technician" t LEFT JOIN work ON work."technicianId" = t.id
      WHERE ${visibleTechnicianSql} AND concat_ws(' ', t.name, work.studios) ~ ALL(${patterns}::text[])
      ORDER BY t.status = 'published' DESC, lower(t.name), t.id LIMIT ${limit}::int`,
  );
  return rows.map(({ id }) => id);
}
