import { passwordResetMail } from "#app/domain/accounts/account-mails.ts";
import { hashPassword } from "#app/domain/accounts/hash-password.server.ts";
import { judgePassword } from "#app/domain/accounts/judge-password.server.ts";
import { findLink, useLink } from "#app/domain/accounts/link-token.server.ts";
import { forgetAttempts, toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

/** "over": the link was used, is too old, or never was one. */
export type ResetRefusal = "over" | { password: string } | "busy" | Wait;

/** Whether a link still sets a password. */
export async function isResetLink(token: string, now: Date): Promise<boolean> {
  return (await findLink(token, now, db()))?.purpose === "reset_password";
}

/**
 * Sets the password that the owner of a mailed link chose. The link is used up, all other links and all sessions of the
 * account end; signing in comes next, with the second factor where there is one. Whoever got the mail has the
 * address: it counts as confirmed. Returns the account, whose waiting reviews can go on.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  sender: Sender,
  now: Date,
): Promise<Result<{ userId: string }, ResetRefusal>> {
  const turn = await takeTurn("link", sender.addressHash);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  const link = await findLink(token, now, db());
  if (link?.purpose !== "reset_password") return refuse("over");
  const { displayName } = await db().user.findUniqueOrThrow({
    where: { id: link.userId },
    select: { displayName: true },
  });
  const fault = judgePassword(password, { email: link.email, displayName });
  if (fault !== null) return refuse({ password: fault });
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  const done = await db().$transaction(async (tx) => {
    const used = await useLink(token, "reset_password", now, tx);
    if (used === null) return null;
    const { userId, email } = used;
    // The link speaks for one address: after a change of address it is worth nothing.
    const owner = { id: userId, email, suspendedAt: null };
    const { count } = await tx.user.updateMany({ where: owner, data: { passwordHash: hashed.value } });
    if (count !== 1) return null;
    await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
    await tx.verificationToken.deleteMany({ where: { userId } });
    await endSessionsOf(userId, tx);
    await queueMail(passwordResetMail(email, { userId, at: now }), tx);
    await recordAudit({ actorId: userId, action: "password_reset", subjectKind: "user", subjectId: userId }, tx);
    return used;
  });
  if (done === null) return refuse("over");
  await forgetAttempts(done.email);
  return ok({ userId: done.userId });
}
