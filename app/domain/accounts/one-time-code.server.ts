import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "#app/platform/secret-box.server.ts";

const PERIOD_SECONDS = 30;
/** 160 bits. */
const SEED_BYTES = 20;

/** A new seed of an authenticator, base32. */
export function makeSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32;
}

/** Encrypted for the database: who reads the table can't make codes. */
export function sealSeed(seed: string): Uint8Array<ArrayBuffer> {
  return seal("totp", seed);
}

export function unsealSeed(sealed: Uint8Array): string {
  return unseal("totp", sealed);
}

function totpOf(seed: string, label = ""): TOTP {
  return new TOTP({ issuer: "Hairline", label, secret: Secret.fromBase32(seed), period: PERIOD_SECONDS, digits: 6 });
}

/** What an authenticator app reads from the QR code. */
export function setUpAddress(seed: string, email: string): string {
  return totpOf(seed, email).toString();
}

/**
 * The time step that a six-digit code belongs to, one step early or late included, or null for a wrong code. The caller
 * keeps the step, so that no code works twice.
 */
export function stepOfCode(seed: string, code: string, now: Date): bigint | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(seed).validate({ token, timestamp, window: 1 });
  return delta === null ? null : BigInt(Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta);
}
