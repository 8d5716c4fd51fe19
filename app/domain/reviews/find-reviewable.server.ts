import { currencyOf } from "#app/domain/places/countries.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type Reviewable = {
  id: string;
  slug: string;
  name: string;
  /** Of the country that the technician works in, or null where none is known. */
  currency: string | null;
};

/**
 * `not_found`: no profile that readers may see. `own`: the viewer's own. `colleague`: the viewer keeps a profile that
 * shares a place of work with this one.
 */
export type NotReviewable = "not_found" | "own" | "colleague";

/** Whom a viewer may review at this address (current or former slug): nobody reviews themself or the people beside them. */
export async function findReviewable(
  viewer: Pick<Viewer, "userId" | "technicianId">,
  slug: string,
  tx: Db = db(),
): Promise<Result<Reviewable, NotReviewable>> {
  if (!isSlug(slug)) return refuse("not_found");
  const [row] = await tx.$queryRaw<
    {
      id: string;
      slug: string;
      name: string;
      isOwn: boolean;
      isColleague: boolean;
      countryCode: string | null;
    }[]
  >`
    WITH t AS (${technicianBySlugSql(slug)})
    SELECT t.id::text, t.slug, t.name, coalesce(t."ownerId" = ${viewer.userId}::uuid, false) AS "isOwn",
      EXISTS (SELECT 1 FROM "TechnicianPremises" here JOIN "TechnicianPremises" own ON own."premisesId" = here."premisesId"
        WHERE here."technicianId" = t.id AND own."technicianId" = ${viewer.technicianId}::uuid) AS "isColleague",
      (SELECT p."countryCode" FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"
        WHERE tp."technicianId" = t.id ORDER BY tp.position, p.id LIMIT 1) AS "countryCode"
    FROM t`;
  if (!row) return refuse("not_found");
  if (row.isOwn || row.id === viewer.technicianId) return refuse("own");
  if (row.isColleague) return refuse("colleague");
  const { id, name, countryCode } = row;
  return ok({ id, slug: row.slug, name, currency: countryCode === null ? null : currencyOf(countryCode) });
}
