import { sessionHandle } from "#app/domain/accounts/list-sessions.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

type Owner = { userId: string; sessionId: string };

/**
 * Ends one session of the owner's, named by its handle. "not_found" for a handle that names none of theirs, and for the
 * session that asks: that one ends by signing out.
 */
export async function endSessionByHandle(
  { userId, sessionId }: Owner,
  handle: string,
): Promise<Result<null, "not_found">> {
  const own = await db().session.findMany({ where: { userId, id: { not: sessionId } }, select: { id: true } });
  const named = own.find(({ id }) => sessionHandle(id) === handle);
  if (!named) return refuse("not_found");
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: named.id, userId } });
    if (count !== 1) return refuse("not_found");
    await recordAudit({ actorId: userId, action: "session_ended", subjectKind: "user", subjectId: userId }, tx);
    return ok(null);
  });
}

/** Ends all sessions of the owner's but the one that asks. */
export async function endOtherSessions({ userId, sessionId }: Owner): Promise<void> {
  await db().$transaction(async (tx) => {
    await endSessionsOf(userId, tx, sessionId);
    await recordAudit({ actorId: userId, action: "sessions_ended", subjectKind: "user", subjectId: userId }, tx);
  });
}
