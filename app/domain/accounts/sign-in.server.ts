import { isPassword } from "#app/domain/accounts/hash-password.server.ts";
import { startSession } from "#app/domain/accounts/start-session.server.ts";
import { attempt, toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/** `token` is the session's; without one the second factor is owed first. */
export type SignedInAs = { userId: string; token: string | null; passwordMark: string };
export type SignInRefusal = "wrong" | "suspended" | "busy" | Wait;

/** Stands for a password hash where the hash itself must not go. */
export function markPassword(passwordHash: string): string {
  return keyedHash("link", passwordHash);
}

/**
 * Signs somebody in. A wrong password and an address without an account are refused alike, in words, work and time.
 * That an account is suspended learns only who has its password.
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  sender: Sender,
): Promise<Result<SignedInAs, SignInRefusal>> {
  const account = await db().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, suspendedAt: true, totpCredential: { select: { confirmedAt: true } } },
    relationLoadStrategy: "join",
  });
  const { turn, forget } = await attempt(email, account?.id ?? null, sender);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  const verdict = await isPassword(account?.passwordHash ?? null, password);
  if (!verdict.ok) return verdict;
  if (account === null || !verdict.value) {
    await recordFailure(account?.id ?? null);
    return refuse("wrong");
  }
  await forget();
  if (account.suspendedAt !== null) return refuse("suspended");
  const passwordMark = markPassword(account.passwordHash);
  if (account.totpCredential?.confirmedAt) return ok({ userId: account.id, token: null, passwordMark });
  const token = await db().$transaction(async (tx) => {
    const started = await startSession(account.id, sender, { mfaAt: null }, tx);
    await recordAudit({ actorId: account.id, action: "signed_in", subjectKind: "user", subjectId: account.id }, tx);
    return started;
  });
  return ok({ userId: account.id, token, passwordMark });
}

/** Without the address that was tried: somebody's password may have been typed there by mistake (L-01). */
async function recordFailure(userId: string | null): Promise<void> {
  const entry = { actorId: null, action: "sign_in_failed", subjectKind: "user", subjectId: userId ?? "nobody" };
  await db().$transaction((tx) => recordAudit(entry, tx));
}
