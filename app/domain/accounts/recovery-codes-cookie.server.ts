import { z } from "zod";
import { env } from "#app/platform/env.server.ts";
import { seal, unseal } from "#app/platform/secret-box.server.ts";

const NAME = "recovery-codes";
const PATH = "/account/authenticator";
const SECONDS = 300;
const handedOver = z.object({ userId: z.string(), codes: z.array(z.string()) });

/*
 * Recovery codes are shown once, on the page after the one that made them. Between the two they are nowhere but in the
 * owner's browser, encrypted: the database has hashes only.
 */

/** The Set-Cookie value that takes the codes over to the next page. */
export function recoveryCodesCookie(userId: string, codes: readonly string[]): string {
  return cookie(Buffer.from(seal("totp", JSON.stringify({ userId, codes }))).toString("base64url"), SECONDS);
}

/** The Set-Cookie value that forgets them, once they were shown. */
export function blankRecoveryCodesCookie(): string {
  return cookie("", 0);
}

/** The codes that were just made for this account; none from a cookie that isn't ours. */
export function readRecoveryCodes(cookieHeader: string | null, userId: string): string[] {
  const pair = cookieHeader
    ?.split(";")
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${NAME}=`));
  if (!pair) return [];
  try {
    const sealed = Buffer.from(pair.slice(NAME.length + 1), "base64url");
    const read = handedOver.parse(JSON.parse(unseal("totp", sealed)));
    return read.userId === userId ? read.codes : [];
  } catch {
    return [];
  }
}

function cookie(value: string, maxAgeSeconds: number): string {
  const secure = env().ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${NAME}=${value}; Path=${PATH}; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure}`;
}
