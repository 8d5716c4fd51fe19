import { checkOwnPassword } from "#app/domain/accounts/check-own-password.server.ts";
import type { PasswordRefusal } from "#app/domain/accounts/check-own-password.server.ts";
import { issueLink, useLink } from "#app/domain/accounts/link-token.server.ts";
import {
  addressChangeAskedMail,
  addressChangedMail,
  confirmNewAddressMail,
} from "#app/domain/accounts/security-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/durable-limits.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#app/platform/unique-violation.server.ts";

/** "same": it is the account's address already. "too_many": links were asked for too often. */
type EmailChangeRefusal = PasswordRefusal | "same" | "too_many";

/**
 * Mails a link to the new address, and a notice to the one in use; nothing changes until the link is used. An
 * address that another account has gets no mail, and the answer is the same, so that nobody learns who is here.
 */
export async function requestEmailChange(
  userId: string,
  { password, email }: { password: string; email: string },
  now: Date,
): Promise<Result<null, EmailChangeRefusal>> {
  const known = await checkOwnPassword(userId, password);
  if (!known.ok) return known;
  const owner = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  if (owner.email === email) return refuse("same");
  const turn = await takeTurns([
    ["change_email", userId],
    ["mail_links_all", "all"],
  ]);
  if (!turn.allowed) return refuse("too_many");
  return db().$transaction(async (tx) => {
    const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const token = await issueLink({ userId, email, purpose: "change_email" }, now, tx);
    if (taken === null) await queueMail(confirmNewAddressMail(email, { userId, at: now, token }), tx);
    await queueMail(addressChangeAskedMail(owner.email, { userId, at: now }), tx);
    const entry = { actorId: userId, action: "email_change_asked", subjectKind: "user", subjectId: userId };
    await recordAudit(entry, tx);
    return ok(null);
  });
}

/**
 * Gives an account the address that its link was mailed to, confirmed by that, and tells the old one. "over" for a link
 * that was used, is too old or never was one, and when another account took the address meanwhile.
 */
export async function confirmEmailChange(token: string, now: Date): Promise<Result<{ userId: string }, "over">> {
  try {
    return await db().$transaction(async (tx) => {
      const link = await useLink(token, "change_email", now, tx);
      if (link === null) return refuse("over");
      const { userId, email } = link;
      const [owner, taken] = await Promise.all([
        tx.user.findFirst({ where: { id: userId, suspendedAt: null }, select: { email: true } }),
        tx.user.findUnique({ where: { email }, select: { id: true } }),
      ]);
      if (owner === null || taken !== null) return refuse("over");
      await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: now }, select: { id: true } });
      // Links that were mailed to the old address must not open the account any more.
      await tx.verificationToken.deleteMany({ where: { userId } });
      await queueMail(addressChangedMail(owner.email, { userId, at: now }), tx);
      await recordAudit({ actorId: userId, action: "email_changed", subjectKind: "user", subjectId: userId }, tx);
      return ok({ userId });
    });
  } catch (problem) {
    // Two accounts confirmed the same address at the same moment.
    if (isUniqueViolation(problem)) return refuse("over");
    throw problem;
  }
}
