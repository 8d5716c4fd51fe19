import { expireEvidence } from "#app/domain/moderation/expire-evidence.server.ts";
import { db, disconnectDatabase } from "#app/platform/db.server.ts";

/**
 * `node scripts/run.mjs tests/e2e/end-evidence.ts ID DAY`: makes verified evidence end on this day, as if time had passed,
 * and lets the clock come round.
 */
const [id = "", day = ""] = process.argv.slice(2);
try {
  const { count } = await db().evidence.updateMany({
    where: { id, status: "verified" },
    data: { expiresOn: new Date(day) },
  });
  if (count !== 1) throw new Error(`no verified evidence ${id}`);
  await expireEvidence(new Date());
} finally {
  await disconnectDatabase();
}
