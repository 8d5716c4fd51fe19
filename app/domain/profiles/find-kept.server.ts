import { z } from "zod";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

const row = z.object({ asked: z.string(), id: z.uuid(), slug: z.string(), name: z.string() });

export type FoundTechnician = z.infer<typeof row>;

/**
 * Who stands behind slugs that somebody kept, in their order. Former slugs find their technician, each technician once;
 * whom readers may not see, or nobody, is left out. No slugs: no query.
 */
export async function findKept(slugs: readonly string[], tx: Db = db()): Promise<FoundTechnician[]> {
  const asked = [...new Set(slugs)].filter(isSlug);
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw`
    SELECT asked.slug AS asked, t.id, t.slug, t.name
    FROM unnest(${asked}::text[]) WITH ORDINALITY AS asked(slug, at)
      CROSS JOIN LATERAL (${technicianBySlugSql(Prisma.sql`asked.slug`)}) t
    ORDER BY asked.at`;
  const seen = new Set<string>();
  return z
    .array(row)
    .parse(rows)
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}
