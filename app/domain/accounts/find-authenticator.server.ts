import { setUpAddress, unsealSeed } from "#app/domain/accounts/one-time-code.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Where an account stands with its authenticator. `seed` is shown to its owner only, and only until it is in use. */
export type Authenticator =
  | { state: "off" }
  | { state: "started"; seed: string; setUpAddress: string }
  | { state: "on"; since: Date; recoveryCodesLeft: number };

export async function findAuthenticator(userId: string): Promise<Authenticator> {
  const credential = await db().totpCredential.findUnique({
    where: { userId },
    select: {
      secretEncrypted: true,
      confirmedAt: true,
      recoveryCodeHashes: true,
      user: { select: { email: true } },
    },
  });
  if (!credential) return { state: "off" };
  const { confirmedAt, recoveryCodeHashes, secretEncrypted, user } = credential;
  if (confirmedAt !== null) return { state: "on", since: confirmedAt, recoveryCodesLeft: recoveryCodeHashes.length };
  const seed = unsealSeed(secretEncrypted);
  return { state: "started", seed, setUpAddress: setUpAddress(seed, user.email) };
}
