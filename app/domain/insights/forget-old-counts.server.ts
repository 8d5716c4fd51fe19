import { KEPT_MONTHS } from "#app/domain/insights/insight.ts";
import { db } from "#app/platform/db.server.ts";

/** Deletes the counts of days more than 24 months ago. Returns how many. */
export async function forgetOldCounts(now: Date): Promise<number> {
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - KEPT_MONTHS, now.getUTCDate()));
  return (await db().dailyCount.deleteMany({ where: { day: { lt: before } } })).count;
}
