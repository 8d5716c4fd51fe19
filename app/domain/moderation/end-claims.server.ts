import { db } from "#app/platform/db.server.ts";

/** Deletes claims that have lapsed. They count for nothing anyway; this keeps the table small. */
export async function endLapsedClaims(now: Date): Promise<number> {
  return (await db().moderationClaim.deleteMany({ where: { expiresAt: { lt: now } } })).count;
}
