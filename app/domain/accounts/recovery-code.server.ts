import { randomInt } from "node:crypto";
import { keyedHash } from "#app/platform/secret-box.server.ts";

/** No letter that is read as another or as a digit. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;
const COUNT = 10;

/** Ten codes of 60 random bits in groups of four: "7KQM-20VX-ZB4C". */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const text = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
    return text.replace(/(.{4})(?!$)/g, "$1-");
  });
}

/** What is stored of a code, however its owner spells it; null for what can't be one. Bound to the account. */
export function hashRecoveryCode(userId: string, code: string): string | null {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== LENGTH || [...plain].some((letter) => !LETTERS.includes(letter))) return null;
  return keyedHash("totp", `recovery ${userId} ${plain}`);
}

/** What is stored of codes that were just made. */
export function hashRecoveryCodes(userId: string, codes: readonly string[]): string[] {
  return codes.flatMap((code) => hashRecoveryCode(userId, code) ?? []);
}
