import { z } from "zod";
import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import { criterionStates } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { Badge } from "#app/domain/profiles/badge.ts";
import { criteriaFacts } from "#app/domain/profiles/profile-row.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const row = z.object({
  slug: z.string(),
  name: z.string(),
  isUnclaimed: z.boolean(),
  isSample: z.boolean(),
  facts: criteriaFacts,
});

/**
 * What the badge behind a slug shows today, by the profile's own rule. A former slug finds its technician: compare
 * `slug` with what was asked. Null for whom readers may not see.
 */
export async function findBadge(slug: string, today: Day, tx: Db = db()): Promise<Badge | null> {
  if (!isSlug(slug)) return null;
  const rows = await tx.$queryRaw`
    WITH t AS (${technicianBySlugSql(slug)})
    SELECT t.slug, t.name, t.status = 'unclaimed' AS "isUnclaimed", t."isSample", ${criteriaFactsSql} AS facts FROM t`;
  const [found] = z.array(row).parse(rows);
  if (!found) return null;
  const { facts, ...badge } = found;
  return { ...badge, states: criterionStates(facts, today), asOf: today };
}

export type OwnBadge = { slug: string; name: string; isPublic: boolean };

/** Whose badge a keeper may show: only readers' profiles have one. */
export async function findOwnBadge(
  { userId, technicianId }: { userId: string; technicianId: string },
  tx: Db = db(),
): Promise<OwnBadge | null> {
  const found = await tx.technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: { slug: true, name: true, status: true },
  });
  if (found === null) return null;
  const { status, ...rest } = found;
  return { ...rest, isPublic: status === "published" || status === "unclaimed" };
}
