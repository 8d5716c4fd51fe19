import { resetPasswordMail } from "#app/domain/accounts/account-mails.ts";
import { hashLinkToken, issueLink } from "#app/domain/accounts/link-token.server.ts";
import { mailAskedLink } from "#app/domain/accounts/mail-asked-link.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/**
 * Mails a link that sets a new password, once, within an hour. The answer is the same when no account has the
 * address, or a suspended one.
 */
export function requestPasswordReset(email: string, sender: Sender, now: Date): Promise<Result<null, Wait>> {
  return mailAskedLink("reset", { email, sender }, () => mailLink(email, now));
}

async function mailLink(email: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const account = await tx.user.findFirst({ where: { email, suspendedAt: null }, select: { id: true } });
    const subjectId = account?.id ?? "nobody";
    if (account !== null) {
      const token = await issueLink({ userId: account.id, email, purpose: "reset_password" }, now, tx);
      await queueMail(resetPasswordMail(email, { token, tokenHash: hashLinkToken(token) }), tx);
    }
    await recordAudit({ actorId: null, action: "password_reset_asked", subjectKind: "user", subjectId }, tx);
  });
}
