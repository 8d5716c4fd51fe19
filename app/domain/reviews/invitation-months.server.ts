import { z } from "zod";
import { invitationMonthRow } from "#app/domain/reviews/invitation-month-row.ts";
import type { InvitationMonth } from "#app/domain/reviews/invitation-share.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * A relation of the last twelve months up to `today`, newest first, for the technician whose id the SQL names. Counting
 * stands in the columns: who wants only months with a declared number pays for those alone.
 */
export function invitationMonthsSql(technicianId: Prisma.Sql, today: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT m.first AS month, c.clients AS declared,
      (SELECT count(*)::int FROM "EnquiryRecipient" r WHERE r."technicianId" = ${technicianId} AND r.status = 'treated'
        AND r."treatedOn" >= m.first AND r."treatedOn" < m.first + interval '1 month') AS "treatedHere",
      (SELECT count(*)::int FROM "VisitCode" v WHERE v."technicianId" = ${technicianId}
        AND v."createdAt" >= m.first::timestamp AT TIME ZONE 'UTC'
        AND v."createdAt" < (m.first + interval '1 month') AT TIME ZONE 'UTC') AS invited
    FROM (SELECT (date_trunc('month', ${today}::date) - ago * interval '1 month')::date AS first
        FROM generate_series(0, 11) ago) m
      LEFT JOIN "TreatedCount" c ON c."technicianId" = ${technicianId} AND c.month = m.first
    ORDER BY m.first DESC)`;
}

/** The last twelve months of one technician, newest first. */
export async function listInvitationMonths(technicianId: string, now: Date, tx: Db = db()): Promise<InvitationMonth[]> {
  const id = Prisma.sql`${technicianId}::uuid`;
  const rows = await tx.$queryRaw`
    SELECT month::text, declared, "treatedHere", invited
    FROM ${invitationMonthsSql(id, now.toISOString().slice(0, 10))} x`;
  return z.array(invitationMonthRow).parse(rows);
}
