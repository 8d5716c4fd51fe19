import { verifyEmailMail } from "#app/domain/accounts/account-mails.ts";
import { hashLinkToken, issueLink } from "#app/domain/accounts/link-token.server.ts";
import { mailAskedLink } from "#app/domain/accounts/mail-asked-link.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/**
 * Mails a new link to an address that waits for its confirmation; the older one stops working. Nothing is sent, and the
 * answer is the same, when no account has the address or it is confirmed already.
 */
export function resendVerification(email: string, sender: Sender, now: Date): Promise<Result<null, Wait>> {
  return mailAskedLink("resend", { email, sender }, () => mailLink(email, now));
}

async function mailLink(email: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const waiting = { email, emailVerifiedAt: null, suspendedAt: null };
    const account = await tx.user.findFirst({ where: waiting, select: { id: true } });
    if (account === null) return;
    const token = await issueLink({ userId: account.id, email, purpose: "verify_email" }, now, tx);
    await queueMail(verifyEmailMail(email, { token, tokenHash: hashLinkToken(token) }), tx);
  });
}

/** The same for somebody who is signed in: to the address of their account. */
export async function resendOwnVerification(userId: string, sender: Sender, now: Date): Promise<Result<null, Wait>> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  return resendVerification(email, sender, now);
}
