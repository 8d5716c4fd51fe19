import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { secretKey } from "#app/platform/secret-key.server.ts";

/** What a key is for: what was made for one purpose is worthless for any other. */
export type SecretPurpose = "totp" | "mail" | "link" | "device" | "address" | "contact" | "claim";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const keys = new Map<SecretPurpose, Buffer>();

function keyFor(purpose: SecretPurpose): Buffer {
  let key = keys.get(purpose);
  if (!key) keys.set(purpose, (key = Buffer.from(hkdfSync("sha256", secretKey(), "", `hairline ${purpose}`, 32))));
  return key;
}

/** Encrypts and protects against change (AES-256-GCM): nonce, tag and text in one. */
export function seal(purpose: SecretPurpose, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** The text that was sealed; throws when it was changed, or sealed with another key or for another purpose. */
export function unseal(purpose: SecretPurpose, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/**
 * A keyed hash (43 characters, base64url): who reads the table can neither reverse it by trying every address nor make
 * one of their own.
 */
export function keyedHash(purpose: SecretPurpose, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest("base64url");
}

/** Whether a keyed hash from outside is the one of this text, compared in constant time. */
export function isKeyedHash(purpose: SecretPurpose, text: string, given: string): boolean {
  const expected = Buffer.from(keyedHash(purpose, text));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
