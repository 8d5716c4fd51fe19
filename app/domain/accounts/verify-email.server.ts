import { confirmEmailChange } from "#app/domain/accounts/change-email.server.ts";
import { isPassword } from "#app/domain/accounts/hash-password.server.ts";
import { findLink, useLink } from "#app/domain/accounts/link-token.server.ts";
import { startSession } from "#app/domain/accounts/start-session.server.ts";
import { attempt, toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import { endSessionsOf, renewSession } from "#app/platform/sessions.server.ts";

type Opener = { userId: string; sessionId: string } | null;

/** "over": the link was used, is too old, or never was one. */
export type VerifyRefusal = "over" | "wrong" | "busy" | Wait;

/**
 * Whether a browser has shown that it is the account's, by a session or by an earlier sign-in or sign-up. If not, the
 * password is asked for: somebody could have made the account with an address that isn't theirs, for its owner to confirm.
 */
function isOwnBrowser(userId: string, opener: Opener, sender: Sender): boolean {
  return opener?.userId === userId || sender.knownDevice(userId) !== null;
}

/** What the page of a link has to ask, or null when the link is over. Changes nothing: mail scanners open links too. */
export async function findVerification(
  token: string,
  opener: Opener,
  sender: Sender,
  now: Date,
): Promise<{ asksForPassword: boolean } | null> {
  const link = await findLink(token, now, db());
  if (link === null || link.purpose === "reset_password") return null;
  return { asksForPassword: !isOwnBrowser(link.userId, opener, sender) };
}

/**
 * Confirms the address of an account by the link that was mailed to it, the one that it has or a new one. All its
 * sessions end; the browser goes on with a new one, whose token is returned, or null when a second factor has to be given
 * first.
 */
export async function verifyEmail(
  { token, password }: { token: string; password: string | undefined },
  opener: Opener,
  sender: Sender,
  now: Date,
): Promise<Result<{ userId: string; sessionToken: string | null }, VerifyRefusal>> {
  const link = await findLink(token, now, db());
  if (link === null || link.purpose === "reset_password") return refuse("over");
  const { userId, email } = link;
  if (!isOwnBrowser(userId, opener, sender)) {
    const proved = await checkPassword({ userId, email }, password ?? "", sender);
    if (!proved.ok) return proved;
  }
  if (link.purpose === "change_email") {
    const changed = await confirmEmailChange(token, now);
    if (!changed.ok) return changed;
    const sessionToken = await db().$transaction((tx) => rotateSessions(userId, opener, sender, tx));
    return ok({ userId, sessionToken });
  }
  return db().$transaction(async (tx) => {
    if ((await useLink(token, "verify_email", now, tx)) === null) return refuse("over");
    const owner = { id: userId, email, suspendedAt: null };
    const { count } = await tx.user.updateMany({ where: owner, data: { emailVerifiedAt: now } });
    if (count !== 1) return refuse("over");
    const sessionToken = await rotateSessions(userId, opener, sender, tx);
    await recordAudit({ actorId: userId, action: "email_verified", subjectKind: "user", subjectId: userId }, tx);
    return ok({ userId, sessionToken });
  });
}

async function checkPassword(
  { userId, email }: { userId: string; email: string },
  password: string,
  sender: Sender,
): Promise<Result<null, VerifyRefusal>> {
  const { turn, forget } = await attempt(email, userId, sender);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  const verdict = await isPassword(passwordHash, password);
  if (!verdict.ok) return verdict;
  if (!verdict.value) return refuse("wrong");
  await forget();
  return ok(null);
}

async function rotateSessions(userId: string, opener: Opener, sender: Sender, tx: Db): Promise<string | null> {
  if (opener?.userId === userId) {
    await endSessionsOf(userId, tx, opener.sessionId);
    return renewSession(opener.sessionId, {}, tx);
  }
  await endSessionsOf(userId, tx);
  const factor = { userId, confirmedAt: { not: null } };
  if ((await tx.totpCredential.findFirst({ where: factor, select: { userId: true } })) !== null) return null;
  return startSession(userId, sender, { mfaAt: null }, tx);
}
