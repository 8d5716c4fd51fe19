import { FEWEST_FOR_RESPONSE, RESPONSE_WINDOW_DAYS, UNANSWERED_DAYS } from "#app/domain/enquiries/response-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** Brings the response time of one technician up to date: part of the transaction that answers. */
export async function recomputeResponseTime(technicianId: string, now: Date, tx: Db): Promise<void> {
  await recompute(Prisma.sql`t.id = ${technicianId}::uuid`, now, tx);
}

/** The same for everybody, since enquiries that nobody answers become late by the clock alone. */
export async function recomputeResponseTimes(now: Date, tx: Db = db()): Promise<void> {
  await recompute(
    Prisma.sql`(t."responseCount" > 0 OR EXISTS (
      SELECT 1 FROM "EnquiryRecipient" r WHERE r."technicianId" = t.id))`,
    now,
    tx,
  );
}

/** Only rows that change are written: every write sends the profile to the search index again. */
async function recompute(which: Prisma.Sql, now: Date, tx: Db): Promise<void> {
  const oldest = new Date(now.getTime() - RESPONSE_WINDOW_DAYS * DAY_MS);
  const late = new Date(now.getTime() - UNANSWERED_DAYS * DAY_MS);
  const lateMinutes = (UNANSWERED_DAYS * DAY_MS) / 60_000;
  await tx.$executeRaw`
    UPDATE "Technician" SET "responseMinutesMedian" = fresh.median, "responseCount" = fresh.count
    FROM (
      SELECT t.id, count(r.id)::int AS count, CASE WHEN count(r.id) >= ${FEWEST_FOR_RESPONSE} THEN
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY least(${lateMinutes}::float8,
          extract(epoch FROM coalesce(r."answeredAt", ${now}) - r."createdAt")::float8 / 60))
          FILTER (WHERE r.id IS NOT NULL))::int END AS median
      FROM "Technician" t LEFT JOIN "EnquiryRecipient" r ON r."technicianId" = t.id AND r."createdAt" >= ${oldest}
        AND (r."answeredAt" IS NOT NULL OR (r.status = 'sent' AND r."createdAt" < ${late}))
      WHERE ${which}
      GROUP BY t.id
    ) fresh
    WHERE "Technician".id = fresh.id
      AND ("Technician"."responseMinutesMedian", "Technician"."responseCount")
        IS DISTINCT FROM (fresh.median, fresh.count)`;
}
