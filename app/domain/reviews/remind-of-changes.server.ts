import { z } from "zod";
import { changeReminderMail } from "#app/domain/reviews/change-reminder-mail.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const REMIND_AFTER_DAYS = 10;
/** Later than this nobody is reminded: the mail would come as a surprise, and the record that it went may be gone. */
const UNTIL_DAYS = 20;

const rowsOf = z.array(
  z.object({
    decisionId: z.uuid(),
    kind: z.enum(["review", "follow_up"]),
    reviewId: z.uuid(),
    email: z.string(),
    technicianName: z.string(),
  }),
);

/**
 * Reminds authors, ten days after a moderator asked for a change that has not come: once for each such decision. The
 * review or follow-up keeps its state.
 */
export async function remindOfChanges(now: Date): Promise<number> {
  const from = new Date(now.getTime() - UNTIL_DAYS * DAY_MS);
  const to = new Date(now.getTime() - REMIND_AFTER_DAYS * DAY_MS);
  const rows = rowsOf.parse(
    await db().$queryRaw`
      SELECT d.id AS "decisionId", d."subjectKind"::text AS kind, r.id AS "reviewId", u.email, t.name AS "technicianName"
      FROM "ModerationDecision" d
      LEFT JOIN "ReviewFollowUp" f ON d."subjectKind" = 'follow_up' AND f.id = d."subjectId" AND f.status = 'changes_requested'
      JOIN "Review" r ON (d."subjectKind" = 'review' AND r.id = d."subjectId" AND r.status = 'changes_requested')
        OR r.id = f."reviewId"
      JOIN "User" u ON u.id = r."authorId" AND u."suspendedAt" IS NULL AND u."emailVerifiedAt" IS NOT NULL
      JOIN "Technician" t ON t.id = r."technicianId"
      WHERE d."toState" = 'changes_requested' AND d."subjectKind" IN ('review', 'follow_up')
        AND d."decidedAt" >= ${from} AND d."decidedAt" < ${to} AND NOT r."isSample"
        AND NOT EXISTS (SELECT 1 FROM "ModerationDecision" later
          WHERE later."subjectKind" = d."subjectKind" AND later."subjectId" = d."subjectId" AND later."decidedAt" > d."decidedAt")
        AND NOT EXISTS (SELECT 1 FROM "OutgoingMail" m WHERE m.key = 'change-reminder:' || d.id)
      LIMIT 500`,
  );
  for (const { email, ...reminder } of rows) {
    await db().$transaction((tx) => queueMail(changeReminderMail({ ...reminder, to: email }), tx));
  }
  return rows.length;
}
