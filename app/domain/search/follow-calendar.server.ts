import type { Meilisearch } from "meilisearch";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { reconcileIndex } from "#app/domain/search/reconcile-index.server.ts";
import {
  dropIndex,
  indexChangedAt,
  readClockDay,
  spareIndex,
  writeNote,
} from "#app/domain/search/technicians-index.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** The index that was live before the last rebuild can be swapped back for this long. */
const SPARE_KEPT_MS = DAY_MS;

/**
 * Once a day: marks the technicians for whom something ran out since the index last followed the calendar, so that
 * what is only a number in their documents (checked criteria, places of work) is of today; the filters compare days
 * themselves and don't wait for this. Also compares index and database, and clears an old spare index away. Returns
 * whether there was a new day.
 */
export async function followCalendar(now: Date, client: Meilisearch): Promise<boolean> {
  const today = dayOf(now);
  const before = await readClockDay(client);
  if (before === null || before >= today) return false;
  await markExpired(before, today);
  await reconcileIndex(client);
  const spareChangedAt = await indexChangedAt(spareIndex(), client);
  if (spareChangedAt && now.getTime() - spareChangedAt.getTime() > SPARE_KEPT_MS) await dropIndex(spareIndex(), client);
  await writeNote(today, client);
  return true;
}

/** Marks whoever has evidence that ran out after `before` and up to `today`, or a guest date that ended meanwhile. */
async function markExpired(before: Day, today: Day): Promise<void> {
  await db().$executeRaw`
    SELECT mark_for_search(array_agg("technicianId")) FROM (
      SELECT e."technicianId" FROM "Evidence" e
        WHERE e.status = 'verified' AND e."expiresOn" > ${before}::date AND e."expiresOn" <= ${today}::date
      UNION SELECT w."technicianId" FROM "TechnicianPremises" w
        WHERE w."guestUntil" >= ${before}::date AND w."guestUntil" < ${today}::date
    ) ended`;
}
