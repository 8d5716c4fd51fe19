import { resetPasswordMail } from "#app/domain/accounts/account-mails.ts";
import { hashLinkToken, issueLink } from "#app/domain/accounts/link-token.server.ts";
import { askForLink, toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { noSoonerThan } from "#app/platform/even-time.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/** Finding an account and writing its mail takes a few milliseconds more than finding none. */
const ANSWER_MS = 150;

/**
 * Mails a link that sets a new password, once, within an hour. The answer is the same when no account has the
 * address, or a suspended one.
 */
export async function requestPasswordReset(email: string, sender: Sender, now: Date): Promise<Result<null, Wait>> {
  const turn = await askForLink("reset", email, sender);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  await noSoonerThan(ANSWER_MS, mailLink(email, now));
  return ok(null);
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
