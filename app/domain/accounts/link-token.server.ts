import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";
import { HOUR_MS } from "#app/platform/durations.ts";
import type { VerificationPurpose } from "#app/platform/generated/prisma/enums.ts";

/** How long a link in a mail works. */
const LIFE_MS: Record<VerificationPurpose, number> = {
  verify_email: 24 * HOUR_MS,
  reset_password: HOUR_MS,
  change_email: HOUR_MS,
};

type LinkOwner = { userId: string; email: string; purpose: VerificationPurpose };

/** What the table keeps of a link's token. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The token for a link in a mail: 256 random bits, of which only the hash is kept, for one account and one address. Older
 * links of the same kind stop working.
 */
export async function issueLink({ userId, email, purpose }: LinkOwner, now: Date, tx: Db): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.verificationToken.deleteMany({ where: { userId, purpose } });
  const expiresAt = new Date(now.getTime() + LIFE_MS[purpose]);
  await tx.verificationToken.create({ data: { tokenHash: hashLinkToken(token), userId, purpose, email, expiresAt } });
  return token;
}

/** Whose link this is, while it works; using it is another matter. */
export async function findLink(token: string, now: Date, tx: Db): Promise<LinkOwner | null> {
  return tx.verificationToken.findFirst({
    where: { tokenHash: hashLinkToken(token), expiresAt: { gt: now } },
    select: { userId: true, email: true, purpose: true },
  });
}

/** Uses a link up: of several who try at the same moment one gets it, the others null. */
export async function useLink(
  token: string,
  purpose: VerificationPurpose,
  now: Date,
  tx: Db,
): Promise<Omit<LinkOwner, "purpose"> | null> {
  const used = await tx.$queryRaw<{ userId: string; email: string }[]>`
    DELETE FROM "VerificationToken"
    WHERE "tokenHash" = ${hashLinkToken(token)} AND purpose = ${purpose}::"VerificationPurpose" AND "expiresAt" > ${now}
    RETURNING "userId"::text, email`;
  return used[0] ?? null;
}
