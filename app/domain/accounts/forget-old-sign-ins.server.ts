import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** For how long it is known from which network somebody signed in. */
const NETWORK_DAYS = 90;

/** Deletes sessions and links in mails whose time is over, and forgets old network hashes (P-07). */
export async function forgetOldSignIns(now: Date): Promise<void> {
  const isOver = { expiresAt: { lt: now } };
  await db().session.deleteMany({ where: isOver });
  await db().verificationToken.deleteMany({ where: isOver });
  await db().session.updateMany({
    where: { ipHash: { not: null }, createdAt: { lt: new Date(now.getTime() - NETWORK_DAYS * DAY_MS) } },
    data: { ipHash: null },
  });
}
