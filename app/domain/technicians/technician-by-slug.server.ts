import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** The database keeps slugs in this shape; anything else can't be one, and never reaches a query. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;

export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && SLUG.test(text);
}

/**
 * SQL for the one row of "Technician" that readers find at a slug, current or former. A current slug wins over a
 * former one. The slug is a value, or the SQL of a column in a lateral join.
 */
export function technicianBySlugSql(slug: string | Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT t.* FROM "Technician" t
    WHERE ${visibleTechnicianSql}
      AND (t.slug = ${slug} OR t.id = (SELECT f."technicianId" FROM "TechnicianSlug" f WHERE f.slug = ${slug}))
    ORDER BY (t.slug = ${slug}) DESC
    LIMIT 1`;
}
