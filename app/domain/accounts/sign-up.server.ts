import { randomUUID } from "node:crypto";
import { alreadySignedUpMail, verifyEmailMail } from "#app/domain/accounts/account-mails.ts";
import { hashPassword } from "#app/domain/accounts/hash-password.server.ts";
import { judgePassword } from "#app/domain/accounts/judge-password.server.ts";
import { hashLinkToken, issueLink } from "#app/domain/accounts/link-token.server.ts";
import { toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/durable-limits.server.ts";
import { noSoonerThan } from "#app/platform/even-time.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/** Finding an account and writing its mail takes a few milliseconds more than finding none. */
const ANSWER_MS = 150;

/** `returnTo`: where on this site to go once the address is confirmed; null: nowhere in particular. */
type NewAccount = { email: string; displayName: string; password: string; returnTo?: string | null };

/** `password` says what is wrong with it. */
export type SignUpRefusal = { password: string } | "busy" | Wait;

/**
 * Makes an account and mails a link that confirms its address. Whether the address has one already shows nowhere:
 * its owner is told by mail, and the one who asked gets the same answer, down to the id, which is nobody's then.
 */
export async function signUp(
  account: NewAccount,
  sender: Sender,
  now: Date,
): Promise<Result<{ userId: string }, SignUpRefusal>> {
  const turn = await takeTurns([
    ["sign_up", sender.addressHash],
    ["sign_up_all", "all"],
  ]);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  const fault = judgePassword(account.password, account);
  if (fault !== null) return refuse({ password: fault });
  const hashed = await hashPassword(account.password);
  if (!hashed.ok) return hashed;
  const adding = db().$transaction((tx) => addOrTell(account, hashed.value, now, tx));
  const userId = await noSoonerThan(ANSWER_MS, adding);
  return ok({ userId: userId ?? randomUUID() });
}

/** The id of the new account, or null when the address had one. */
async function addOrTell(
  { email, displayName, returnTo = null }: NewAccount,
  passwordHash: string,
  now: Date,
  tx: Db,
): Promise<string | null> {
  // Of two who send the form at once one adds the row; the other is told by the count, not by an error.
  const id = randomUUID();
  const { count } = await tx.user.createMany({
    data: [{ id, email, displayName, passwordHash }],
    skipDuplicates: true,
  });
  if (count === 1) {
    const token = await issueLink({ userId: id, email, purpose: "verify_email" }, now, tx);
    await queueMail(verifyEmailMail(email, { token, tokenHash: hashLinkToken(token), returnTo }), tx);
    await recordAudit({ actorId: id, action: "signed_up", subjectKind: "user", subjectId: id }, tx);
    return id;
  }
  const owner = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  await queueMail(alreadySignedUpMail(email, { userId: owner.id, at: now }), tx);
  await recordAudit({ actorId: null, action: "sign_up_repeated", subjectKind: "user", subjectId: owner.id }, tx);
  return null;
}
