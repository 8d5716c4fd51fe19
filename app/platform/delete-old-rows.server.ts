import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** For how long it is known that a mail went or failed; it also keeps the same occasion from being told twice. */
const MAIL_DAYS = 30;

/** Deletes mails that were sent or failed a month ago: whom we wrote to is nobody's business for longer (P-07). */
export async function deleteOldMails(now: Date): Promise<number> {
  const before = { lt: new Date(now.getTime() - MAIL_DAYS * DAY_MS) };
  const { count } = await db().outgoingMail.deleteMany({ where: { OR: [{ sentAt: before }, { failedAt: before }] } });
  return count;
}

/** Deletes counters of limits that have run out. */
export async function deleteOldLimits(now: Date): Promise<number> {
  return (await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })).count;
}
