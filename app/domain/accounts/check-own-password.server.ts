import { isPassword } from "#app/domain/accounts/hash-password.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { forgetTurns, takeTurn } from "#app/platform/durable-limits.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Why a password that was asked for again was not taken: "blocked" after too many wrong ones, "busy" answers 503. */
export type PasswordRefusal = "wrong" | "blocked" | "busy";

/**
 * Whether somebody who is signed in knows the password of the account: a session alone, perhaps on a borrowed device,
 * must not be enough to change what guards it. Returns the hash it was compared with, so that a change can make sure
 * that the password is still this one.
 */
export async function checkOwnPassword(userId: string, password: string): Promise<Result<string, PasswordRefusal>> {
  const turn = await takeTurn("confirm", userId);
  if (!turn.allowed) return refuse("blocked");
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  const verdict = await isPassword(passwordHash, password);
  if (!verdict.ok) return verdict;
  if (!verdict.value) {
    const entry = { actorId: userId, action: "password_refused", subjectKind: "user", subjectId: userId };
    await db().$transaction((tx) => recordAudit(entry, tx));
    return refuse("wrong");
  }
  await forgetTurns("confirm", userId);
  return ok(passwordHash);
}
