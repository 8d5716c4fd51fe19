import { z } from "zod";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { confirmReminderMail } from "#app/domain/profiles/edit/confirm-reminder-mail.ts";
import { confirmedSince } from "#app/domain/technicians/confirmation.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const MOST_AT_ONCE = 500;

const rowsOf = z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() }));

/**
 * Asks keepers of published profiles that were last confirmed, or else published, more than six months ago whether
 * everything is still right: once in six months. Sample profiles have nobody to ask. Returns how many were asked.
 */
export async function remindToConfirm(now: Date): Promise<number> {
  const today = dayOf(now);
  const since = new Date(confirmedSince(today));
  const rows = rowsOf.parse(
    await db().$queryRaw`
      SELECT t.id, t.name, u.email FROM "Technician" t JOIN "User" u ON u.id = t."ownerId"
      WHERE t.status = 'published' AND NOT t."isSample"
        AND u."suspendedAt" IS NULL AND u."emailVerifiedAt" IS NOT NULL
        AND coalesce(t."lastConfirmedOn", (t."publishedAt" AT TIME ZONE 'UTC')::date) < ${confirmedSince(today)}::date
        AND (t."confirmNudgedAt" IS NULL OR t."confirmNudgedAt" < ${since})
      ORDER BY t.id LIMIT ${MOST_AT_ONCE}`,
  );
  let asked = 0;
  for (const { id, name, email } of rows) {
    const isAsked = await db().$transaction(async (tx) => {
      // Whoever confirmed it, or was asked, meanwhile is not asked again.
      const { count } = await tx.technician.updateMany({
        where: {
          id,
          status: "published",
          AND: [
            { OR: [{ confirmNudgedAt: null }, { confirmNudgedAt: { lt: since } }] },
            { OR: [{ lastConfirmedOn: null }, { lastConfirmedOn: { lt: since } }] },
          ],
        },
        data: { confirmNudgedAt: now },
      });
      if (count === 1) await queueMail(confirmReminderMail({ to: email, technicianId: id, name, day: today }), tx);
      return count === 1;
    });
    if (isAsked) asked += 1;
  }
  return asked;
}
