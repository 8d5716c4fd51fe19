import { checkOwnPassword } from "#app/domain/accounts/check-own-password.server.ts";
import type { PasswordRefusal } from "#app/domain/accounts/check-own-password.server.ts";
import { checkSecondFactor } from "#app/domain/accounts/check-second-factor.server.ts";
import { whileRenewing } from "#app/domain/accounts/renewing-session.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Asker = { userId: string; sessionId: string; hasSecondFactor: boolean };
export type ConfirmRefusal = PasswordRefusal | "wrong_code" | "code_blocked" | "gone";

/**
 * Asks again for the password, and for a code where the account has an authenticator; sensitive acts are open for ten
 * minutes from then. Returns the session's new token (S-03); "gone" when the session was ended meanwhile.
 */
export async function confirmItIsYou(
  { userId, sessionId, hasSecondFactor }: Asker,
  { currentPassword, code }: { currentPassword: string; code: string },
  now: Date,
): Promise<Result<string, ConfirmRefusal>> {
  const password = await checkOwnPassword(userId, currentPassword);
  if (!password.ok) return password;
  if (hasSecondFactor) {
    const factor = await checkSecondFactor(userId, code, now);
    if (!factor.ok) return refuse(factor.reason === "wrong" ? "wrong_code" : "code_blocked");
  }
  return whileRenewing<string, never>(sessionId, async (tx, renew) => {
    const token = await renew({ lastAuthAt: now, ...(hasSecondFactor ? { mfaAt: now } : {}) });
    await recordAudit({ actorId: userId, action: "identity_confirmed", subjectKind: "user", subjectId: userId }, tx);
    return ok(token);
  });
}
