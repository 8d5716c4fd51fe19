import { z } from "zod";
import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import { dayNumber, dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { isRenewedSql } from "#app/domain/criteria/same-evidence.server.ts";
import { expiryWarningMail } from "#app/domain/moderation/expiry-mails.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** Days before the end on which its keeper is warned: early enough to renew, and once more when it is near. */
const EARLY = 30;
const LATE = 7;
/** What counts for a month or less would be warned of on the day after it was checked: it is only warned of late. */
const SHORT_LIVED = 31;
const AT_ONCE = 500;

const dueRows = z.array(
  z.object({
    evidenceId: z.uuid(),
    criterion: z.enum(CRITERION_KEYS),
    expiresOn: z.date(),
    email: z.string(),
  }),
);

/**
 * Warns whoever keeps a profile 30 and 7 days before evidence on it runs out: each once for each date, written down with
 * the mail. After a pause the one that is due now goes and the earlier one is left out; nothing goes from the last day
 * on, nor where a newer one of the same thing waits or was verified. Answers how many were warned.
 */
export async function warnOfExpiry(now: Date): Promise<number> {
  const today = dayOf(now);
  return (await warn(LATE, today, now)) + (await warn(EARLY, today, now));
}

async function warn(daysBefore: 7 | 30, today: Day, now: Date): Promise<number> {
  const after = daysBefore === LATE ? 0 : LATE;
  const rows = dueRows.parse(
    await db().$queryRaw`
      SELECT e.id AS "evidenceId", e.criterion::text AS criterion, e."expiresOn", u.email
      FROM "Evidence" e JOIN "Technician" t ON t.id = e."technicianId"
        JOIN "User" u ON u.id = t."ownerId" AND u."emailVerifiedAt" IS NOT NULL AND u."suspendedAt" IS NULL
      WHERE e.status = 'verified' AND NOT e."isSample"
        AND e."expiresOn" > ${today}::date + ${after}::int AND e."expiresOn" <= ${today}::date + ${daysBefore}::int
        AND (${daysBefore}::int = ${LATE}::int OR e."issuedOn" IS NULL OR e."expiresOn" - e."issuedOn" > ${SHORT_LIVED}::int)
        AND NOT EXISTS (SELECT 1 FROM "EvidenceWarning" w
          WHERE w."evidenceId" = e.id AND w."expiresOn" = e."expiresOn" AND w."daysBefore" = ${daysBefore}::int)
        AND NOT ${isRenewedSql}
      ORDER BY e."expiresOn", e.id LIMIT ${AT_ONCE}::int`,
  );
  let count = 0;
  for (const { email, ...ending } of rows) {
    const { evidenceId, expiresOn } = ending;
    const daysLeft = dayNumber(dayOf(expiresOn)) - dayNumber(today);
    const isSent = await db().$transaction(async (tx) => {
      // The key of the table lets one of two processes through.
      const data = [{ evidenceId, expiresOn, daysBefore, sentAt: now }];
      if ((await tx.evidenceWarning.createMany({ data, skipDuplicates: true })).count === 0) return false;
      await queueMail(expiryWarningMail({ ...ending, to: email }, { daysBefore, daysLeft }), tx);
      return true;
    });
    if (isSent) count += 1;
  }
  return count;
}
