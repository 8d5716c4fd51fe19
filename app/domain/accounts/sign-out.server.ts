import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { endSession } from "#app/platform/sessions.server.ts";

/**
 * Ends the session of a request. Throws when that can't be done: nobody is told that they are signed out before the row
 * is gone (S-05).
 */
export async function signOut(userId: string, cookies: string | null): Promise<void> {
  await db().$transaction(async (tx) => {
    await endSession(cookies, tx);
    await recordAudit({ actorId: userId, action: "signed_out", subjectKind: "user", subjectId: userId }, tx);
  });
}
