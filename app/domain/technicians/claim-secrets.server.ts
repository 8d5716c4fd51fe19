import { randomBytes, randomInt } from "node:crypto";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";

/** The token of a link to the studio's domain: 256 random bits. */
export function newClaimToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Eight random digits, easy to read out. Few enough to guess, which is why tries are counted. */
export function newClaimCode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

const secretText = (claimId: string, secret: string) => `claim ${claimId} ${secret}`;

/** What the table keeps of a token or a code: a keyed hash that is good for one claim. */
export function hashClaimSecret(claimId: string, secret: string): string {
  return keyedHash("claim", secretText(claimId, secret));
}

export function isClaimSecret(claimId: string, secret: string, hash: string): boolean {
  return isKeyedHash("claim", secretText(claimId, secret), hash);
}
