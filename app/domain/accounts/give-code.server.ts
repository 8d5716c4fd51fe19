import { checkSecondFactor } from "#app/domain/accounts/check-second-factor.server.ts";
import { markPassword } from "#app/domain/accounts/sign-in.server.ts";
import { startSession } from "#app/domain/accounts/start-session.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import { renewSession } from "#app/platform/sessions.server.ts";

/** "over": what the code was asked for is over, and the password has to be given again. */
export type CodeRefusal = "wrong" | "blocked" | "over";

const signedIn = (userId: string) =>
  ({ actorId: userId, action: "signed_in", subjectKind: "user", subjectId: userId, reason: "second_factor" }) as const;

/** The second step of a sign-in, after the password. Returns the token of the session that starts with it (S-03). */
export async function finishSignIn(
  { userId, passwordMark }: { userId: string; passwordMark: string },
  code: string,
  sender: Sender,
  now: Date,
): Promise<Result<string, CodeRefusal>> {
  const account = await db().user.findFirst({
    where: { id: userId, suspendedAt: null },
    select: { passwordHash: true },
  });
  if (account === null || markPassword(account.passwordHash) !== passwordMark) return refuse("over");
  const factor = await checkSecondFactor(userId, code, now);
  if (!factor.ok) return factor;
  return db().$transaction(async (tx) => {
    const token = await startSession(userId, sender, { mfaAt: now }, tx);
    await recordAudit(signedIn(userId), tx);
    return ok(token);
  });
}

/** The second factor in a session that began without it. The session goes on under a new token, which is returned. */
export async function addSecondFactor(
  { userId, sessionId }: { userId: string; sessionId: string },
  code: string,
  now: Date,
): Promise<Result<string, CodeRefusal>> {
  const factor = await checkSecondFactor(userId, code, now);
  if (!factor.ok) return factor;
  return db().$transaction(async (tx) => {
    const token = await renewSession(sessionId, { mfaAt: now }, tx);
    if (token === null) return refuse("over");
    await recordAudit({ ...signedIn(userId), action: "second_factor_given", reason: null }, tx);
    return ok(token);
  });
}
