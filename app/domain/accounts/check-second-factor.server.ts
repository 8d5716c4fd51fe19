import { recoveryCodeUsedMail } from "#app/domain/accounts/security-mails.ts";
import { stepOfCode, unsealSeed } from "#app/domain/accounts/one-time-code.server.ts";
import { hashRecoveryCode } from "#app/domain/accounts/recovery-code.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { forgetTurns, takeTurn } from "#app/platform/durable-limits.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** What was given as second factor: a code of the authenticator, or one of the recovery codes. */
type SecondFactor = "totp" | "recovery";

/**
 * Whether this is a code of the account's authenticator or one of its recovery codes, and uses it up: of many senders of
 * one code one succeeds (F-11). After five wrong ones nothing is accepted for a while: "blocked". An account without an
 * authenticator has no right code.
 */
export async function checkSecondFactor(
  userId: string,
  code: string,
  now: Date,
): Promise<Result<SecondFactor, "wrong" | "blocked">> {
  const turn = await takeTurn("totp", userId);
  if (!turn.allowed) return refuse("blocked");
  const factor = (await useOneTimeCode(userId, code, now)) ?? (await useRecoveryCode(userId, code, now));
  if (factor === null) {
    await recordRefusal(userId);
    return refuse("wrong");
  }
  await forgetTurns("totp", userId);
  return ok(factor);
}

/** A wrong code leaves a trace: guessing at somebody's second factor means their password is known (L-01). */
async function recordRefusal(userId: string): Promise<void> {
  const entry = { actorId: userId, action: "second_factor_refused", subjectKind: "user", subjectId: userId };
  await db().$transaction((tx) => recordAudit(entry, tx));
}

async function useOneTimeCode(userId: string, code: string, now: Date): Promise<SecondFactor | null> {
  const credential = await db().totpCredential.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { secretEncrypted: true },
  });
  if (!credential) return null;
  const step = stepOfCode(unsealSeed(credential.secretEncrypted), code, now);
  if (step === null) return null;
  // Compare and swap: a step that was used, or one before it, is never accepted again.
  const { count } = await db().totpCredential.updateMany({
    where: { userId, confirmedAt: { not: null }, lastCounter: { lt: step } },
    data: { lastCounter: step },
  });
  return count === 1 ? "totp" : null;
}

async function useRecoveryCode(userId: string, code: string, now: Date): Promise<SecondFactor | null> {
  const hash = hashRecoveryCode(userId, code);
  if (hash === null) return null;
  return db().$transaction(async (tx) => {
    // One statement takes the code off the list: who comes second finds it gone.
    const used = await tx.$executeRaw`
      UPDATE "TotpCredential" SET "recoveryCodeHashes" = array_remove("recoveryCodeHashes", ${hash})
      WHERE "userId" = ${userId}::uuid AND "confirmedAt" IS NOT NULL AND ${hash} = ANY("recoveryCodeHashes")`;
    if (used !== 1) return null;
    const { email, totpCredential } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, totpCredential: { select: { recoveryCodeHashes: true } } },
    });
    const left = totpCredential?.recoveryCodeHashes.length ?? 0;
    await queueMail(recoveryCodeUsedMail(email, { userId, left, at: now }), tx);
    await recordAudit(
      {
        actorId: userId,
        action: "recovery_code_used",
        subjectKind: "user",
        subjectId: userId,
        toState: `${left} left`,
      },
      tx,
    );
    return "recovery";
  });
}
