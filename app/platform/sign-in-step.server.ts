import { z } from "zod";
import { readDevice } from "#app/platform/device-cookie.server.ts";
import { env } from "#app/platform/env.server.ts";
import { seal, unseal } from "#app/platform/secret-box.server.ts";

/** How long somebody has to find the second factor after the password. */
const STEP_MS = 10 * 60_000;
const LONGEST_HEADER = 8_192;

/** Somebody who gave the right password and owes the second factor: signed in to nothing yet. */
export type SignInStep = {
  userId: string;
  /** Marks the password that was given: with another one the step is worth nothing any more. */
  passwordMark: string;
};

const sealedStep = z.object({ userId: z.uuid(), passwordMark: z.string(), device: z.string(), until: z.number() });

const isHttps = () => env().ORIGIN.startsWith("https:");
const cookieName = () => (isHttps() ? "__Host-sign-in-step" : "sign-in-step");

function cookie(value: string, maxAgeSeconds: number): string {
  const secure = isHttps() ? "; Secure" : "";
  return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** The Set-Cookie header that keeps the step for ten minutes, in this browser only: encrypted and tied to its name. */
export function signInStepCookie(step: SignInStep, device: string, now: Date): string {
  const sealed = seal("link", JSON.stringify({ ...step, device, until: now.getTime() + STEP_MS }));
  return cookie(Buffer.from(sealed).toString("base64url"), STEP_MS / 1000);
}

/** The Set-Cookie header that forgets it. */
export function blankSignInStepCookie(): string {
  return cookie("", 0);
}

/** The step that a request is at; null for none, for one that is over and for any cookie that this browser wasn't given. */
export function readSignInStep(request: Request, now: Date): SignInStep | null {
  const header = request.headers.get("Cookie");
  if (header === null || header.length > LONGEST_HEADER) return null;
  const own = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${cookieName()}=`));
  const value = own[0]?.slice(cookieName().length + 1);
  if (own.length !== 1 || !value || !/^[A-Za-z0-9_-]{40,1000}$/.test(value)) return null;
  try {
    const given: unknown = JSON.parse(unseal("link", Buffer.from(value, "base64url")));
    const { userId, passwordMark, device, until } = sealedStep.parse(given);
    return device === readDevice(request) && now.getTime() < until ? { userId, passwordMark } : null;
  } catch {
    return null;
  }
}
