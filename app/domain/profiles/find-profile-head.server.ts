import { z } from "zod";
import type { ProfileRating } from "#app/domain/profiles/profile.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Who a page about a technician is about, for pages that are not the profile itself. */
export type ProfileHead = {
  slug: string;
  name: string;
  isUnclaimed: boolean;
  isSample: boolean;
  rating: Pick<ProfileRating, "count" | "mean" | "counts">;
};

const row = z.object({
  slug: z.string(),
  name: z.string(),
  isUnclaimed: z.boolean(),
  isSample: z.boolean(),
  count: z.number().int(),
  mean: z.number().nullable(),
  counts: z.array(z.number().int()).length(5),
});

/** By a current or former slug, seen by the same rules as the profile; null for what readers may not see. */
export async function findProfileHead(slug: string, tx: Db = db()): Promise<ProfileHead | null> {
  if (!isSlug(slug)) return null;
  const rows = await tx.$queryRaw`
    WITH t AS (${technicianBySlugSql(slug)})
    SELECT t.slug, t.name, t.status = 'unclaimed' AS "isUnclaimed", t."isSample", t."reviewCount" AS count,
      t."ratingMean"::float8 AS mean, t."ratingCounts" AS counts
    FROM t`;
  const [found] = z.array(row).parse(rows);
  if (!found) return null;
  const { count, mean, counts, ...head } = found;
  return { ...head, rating: { count, mean, counts } };
}
