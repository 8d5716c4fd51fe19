import type { Counted } from "#app/domain/insights/count-buffer.ts";
import { technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * Adds counts to those of their days, in one statement. Slugs, former ones too, become technicians here; who is no longer
 * public drops out, and so does what keepers did on their own profile and moderators did anywhere. In one order, so that
 * processes that write at the same moment wait for each other and never stand still.
 */
export async function saveCounts(counted: readonly Counted[], tx: Db = db()): Promise<void> {
  if (counted.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "DailyCount" AS d ("technicianId", day, kind, count)
    SELECT t.id, g.day, g.kind, sum(g.count)::int
    FROM jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
        AS g(slug text, day date, kind "CountKind", session text, count int)
      CROSS JOIN LATERAL (${technicianBySlugSql(Prisma.sql`g.slug`)}) t
    WHERE NOT EXISTS (
      SELECT 1 FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s.id = g.session AND (u.id = t."ownerId" OR 'moderator' = ANY (u.roles)))
    GROUP BY t.id, g.day, g.kind
    ORDER BY t.id, g.day, g.kind
    ON CONFLICT ("technicianId", day, kind) DO UPDATE SET count = d.count + EXCLUDED.count`;
}
