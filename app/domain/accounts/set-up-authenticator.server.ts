import { makeSeed, sealSeed, stepOfCode, unsealSeed } from "#app/domain/accounts/one-time-code.server.ts";
import { hashRecoveryCodes, makeRecoveryCodes } from "#app/domain/accounts/recovery-code.server.ts";
import { whileRenewing } from "#app/domain/accounts/renewing-session.server.ts";
import { authenticatorSetUpMail } from "#app/domain/accounts/security-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { forgetTurns, takeTurn } from "#app/platform/durable-limits.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

type Owner = { userId: string; sessionId: string };

/**
 * Makes the seed that the owner's app is to take over; until a code from it is given it counts for nothing. Once more
 * before that makes another seed. "already_on" while an authenticator is in use.
 */
export async function startAuthenticator({ userId }: Owner): Promise<Result<null, "already_on">> {
  const secretEncrypted = sealSeed(makeSeed());
  const replaced = await db().totpCredential.updateMany({
    where: { userId, confirmedAt: null },
    data: { secretEncrypted, lastCounter: 0 },
  });
  if (replaced.count === 1) return ok(null);
  const added = await db().totpCredential.createMany({ data: [{ userId, secretEncrypted }], skipDuplicates: true });
  return added.count === 1 ? ok(null) : refuse("already_on");
}

/** What the owner gets once the authenticator is in use: neither can be had again. */
type SetUp = { recoveryCodes: string[]; sessionToken: string };

/**
 * Puts the authenticator to use with a first code from it. This session counts as signed in with it and gets a new
 * token (S-03); all others, which never gave a code, end. "not_started" when there is no seed to confirm, "gone" when
 * this session was ended meanwhile.
 */
export async function confirmAuthenticator(
  { userId, sessionId }: Owner,
  code: string,
  now: Date,
): Promise<Result<SetUp, "wrong" | "blocked" | "not_started" | "gone">> {
  const turn = await takeTurn("totp", userId);
  if (!turn.allowed) return refuse("blocked");
  const pending = await db().totpCredential.findFirst({
    where: { userId, confirmedAt: null },
    select: { secretEncrypted: true, user: { select: { email: true } } },
  });
  if (!pending) return refuse("not_started");
  const step = stepOfCode(unsealSeed(pending.secretEncrypted), code, now);
  if (step === null) return refuse("wrong");

  const recoveryCodes = makeRecoveryCodes();
  const done = await whileRenewing<SetUp, "not_started">(sessionId, async (tx, renew) => {
    const { count } = await tx.totpCredential.updateMany({
      where: { userId, confirmedAt: null, secretEncrypted: pending.secretEncrypted },
      data: { confirmedAt: now, lastCounter: step, recoveryCodeHashes: hashRecoveryCodes(userId, recoveryCodes) },
    });
    if (count !== 1) return refuse("not_started");
    await endSessionsOf(userId, tx, sessionId);
    const sessionToken = await renew({ mfaAt: now });
    await queueMail(authenticatorSetUpMail(pending.user.email, { userId, at: now }), tx);
    await recordAudit({ actorId: userId, action: "authenticator_set_up", subjectKind: "user", subjectId: userId }, tx);
    return ok({ recoveryCodes, sessionToken });
  });
  if (done.ok) await forgetTurns("totp", userId);
  return done;
}
