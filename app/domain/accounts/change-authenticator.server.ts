import { hashRecoveryCodes, makeRecoveryCodes } from "#app/domain/accounts/recovery-code.server.ts";
import { authenticatorRemovedMail, recoveryCodesReplacedMail } from "#app/domain/accounts/security-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Ten new recovery codes; the old ones stop working. "not_on" without an authenticator in use. */
export async function replaceRecoveryCodes(userId: string, now: Date): Promise<Result<string[], "not_on">> {
  const codes = makeRecoveryCodes();
  return db().$transaction(async (tx) => {
    const { count } = await tx.totpCredential.updateMany({
      where: { userId, confirmedAt: { not: null } },
      data: { recoveryCodeHashes: hashRecoveryCodes(userId, codes) },
    });
    if (count !== 1) return refuse("not_on");
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await queueMail(recoveryCodesReplacedMail(email, { userId, at: now }), tx);
    const entry = { actorId: userId, action: "recovery_codes_replaced", subjectKind: "user", subjectId: userId };
    await recordAudit(entry, tx);
    return ok(codes);
  });
}

/**
 * Turns the authenticator off. "moderator": who decides about others keeps it, whatever their form says. What was
 * begun and never confirmed is taken back without a word, by anybody.
 */
export async function removeAuthenticator(userId: string, now: Date): Promise<Result<null, "moderator" | "not_on">> {
  return db().$transaction(async (tx) => {
    const started = await tx.totpCredential.deleteMany({ where: { userId, confirmedAt: null } });
    if (started.count === 1) return ok(null);
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, roles: true } });
    if (user.roles.includes("moderator")) return refuse("moderator");
    const { count } = await tx.totpCredential.deleteMany({
      where: { userId, user: { NOT: { roles: { has: "moderator" } } } },
    });
    if (count !== 1) return refuse("not_on");
    // Codes that were given to it must not count for the next one.
    await tx.session.updateMany({ where: { userId }, data: { mfaAt: null } });
    await queueMail(authenticatorRemovedMail(user.email, { userId, at: now }), tx);
    await recordAudit({ actorId: userId, action: "authenticator_removed", subjectKind: "user", subjectId: userId }, tx);
    return ok(null);
  });
}
