import { z } from "zod";
import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { evidenceExpiredMail } from "#app/domain/moderation/expiry-mails.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** Rows in one transaction: the record of what happened is locked meanwhile, and others wait two seconds at most. */
const AT_ONCE = 20;

const expiredRows = z.array(
  z.object({
    evidenceId: z.uuid(),
    criterion: z.enum(CRITERION_KEYS),
    expiresOn: z.date(),
    version: z.number(),
    submittedAt: z.date().nullable(),
    isSample: z.boolean(),
    email: z.string().nullable(),
  }),
);

/**
 * Writes into the rows what every reader sees already by the calendar: evidence whose day has come (UTC) is expired. The
 * decision is the clock's own, and its owner is told in a mail that is queued with it, so that no cut-off run marks one
 * and forgets the other. Safe to repeat and for two processes at once. Answers how many ran out.
 */
export async function expireEvidence(now: Date): Promise<number> {
  const today = dayOf(now);
  let count = 0;
  for (;;) {
    const done = await db().$transaction((tx) => expireSome(today, now, tx));
    count += done;
    if (done < AT_ONCE) return count;
  }
}

async function expireSome(today: string, now: Date, tx: Db): Promise<number> {
  const rows = expiredRows.parse(
    await tx.$queryRaw`
      WITH due AS (
        SELECT id FROM "Evidence" WHERE status = 'verified' AND "expiresOn" <= ${today}::date
        ORDER BY "expiresOn", id LIMIT ${AT_ONCE}::int FOR UPDATE SKIP LOCKED),
      ended AS (
        UPDATE "Evidence" e SET status = 'expired', version = e.version + 1, "updatedAt" = ${now}
        FROM due WHERE e.id = due.id AND e.status = 'verified'
        RETURNING e.*)
      SELECT e.id AS "evidenceId", e.criterion::text AS criterion, e."expiresOn", e.version, e."submittedAt", e."isSample",
        CASE WHEN u."emailVerifiedAt" IS NOT NULL AND u."suspendedAt" IS NULL THEN u.email END AS email
      FROM ended e JOIN "Technician" t ON t.id = e."technicianId" LEFT JOIN "User" u ON u.id = t."ownerId"`,
  );
  if (rows.length === 0) return 0;
  for (const { email, isSample, ...ending } of rows) {
    if (email !== null && !isSample) await queueMail(evidenceExpiredMail({ ...ending, to: email }), tx);
  }
  const decisions = rows.map(({ evidenceId, version, submittedAt, isSample }) => ({
    subjectKind: "evidence" as const,
    subjectId: evidenceId,
    fromState: "verified",
    toState: "expired",
    subjectVersion: version - 1,
    waitingSince: submittedAt,
    isSample,
    decidedAt: now,
  }));
  await tx.moderationDecision.createMany({ data: decisions });
  await recordAudits(
    rows.map(({ evidenceId }) => ({
      actorId: null,
      action: "evidence_expired",
      subjectKind: "evidence",
      subjectId: evidenceId,
      fromState: "verified",
      toState: "expired",
    })),
    tx,
  );
  return rows.length;
}
