import { checkOwnPassword } from "#app/domain/accounts/check-own-password.server.ts";
import type { PasswordRefusal } from "#app/domain/accounts/check-own-password.server.ts";
import { hashPassword } from "#app/domain/accounts/hash-password.server.ts";
import { judgePassword } from "#app/domain/accounts/judge-password.server.ts";
import { whileRenewing } from "#app/domain/accounts/renewing-session.server.ts";
import { passwordChangedMail } from "#app/domain/accounts/security-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

type PasswordChange = { currentPassword: string; newPassword: string; endOthers: boolean };
/** `unfit` comes with the sentence for the owner. "changed" when the password was changed elsewhere meanwhile. */
type PasswordChangeRefusal = PasswordRefusal | "changed" | "gone" | { unfit: string };

/**
 * Sets a new password for who knows the current one, and tells them by mail. Links for resetting it or for
 * another address stop working. Returns the session's new token (S-03).
 */
export async function changePassword(
  { userId, sessionId }: { userId: string; sessionId: string },
  { currentPassword, newPassword, endOthers }: PasswordChange,
  now: Date,
): Promise<Result<string, PasswordChangeRefusal>> {
  // First: who does not know the password learns nothing about new ones either.
  const current = await checkOwnPassword(userId, currentPassword);
  if (!current.ok) return current;
  const owner = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, displayName: true },
  });
  const unfit =
    newPassword === currentPassword ? "This is the password you have now." : judgePassword(newPassword, owner);
  if (unfit !== null) return refuse({ unfit });
  const hashed = await hashPassword(newPassword);
  if (!hashed.ok) return hashed;

  return whileRenewing<string, "changed">(sessionId, async (tx, renew) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: current.value },
      data: { passwordHash: hashed.value },
    });
    if (count !== 1) return refuse("changed");
    await tx.verificationToken.deleteMany({
      where: { userId, purpose: { in: ["reset_password", "change_email"] } },
    });
    if (endOthers) await endSessionsOf(userId, tx, sessionId);
    const token = await renew({ lastAuthAt: now });
    await queueMail(passwordChangedMail(owner.email, { userId, at: now, didEndOthers: endOthers }), tx);
    await recordAudit({ actorId: userId, action: "password_changed", subjectKind: "user", subjectId: userId }, tx);
    return ok(token);
  });
}
