import { randomBytes } from "node:crypto";
import { env } from "#app/platform/env.server.ts";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";

const NAME = "device";
const YEAR_SECONDS = 365 * 86_400;
const LONGEST_HEADER = 8_192;
/** The browser's own random name, then a proof for each account that signed in with it. */
const VALUE = /^[A-Za-z0-9_-]{22}(\.[A-Za-z0-9_-]{43}){0,5}$/;
const MOST_ACCOUNTS = 5;

/** A browser, as it names itself by a cookie that it was given at an earlier sign-in. */
type Device = { name: string; proofs: string[] };

function readCookie(request: Request): Device | null {
  const header = request.headers.get("Cookie");
  if (header === null || header.length > LONGEST_HEADER) return null;
  const own = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`));
  const value = own[0]?.slice(NAME.length + 1);
  if (own.length !== 1 || !value || !VALUE.test(value)) return null;
  const [name = "", ...proofs] = value.split(".");
  return { name, proofs };
}

/**
 * The random name of the browser that sent a request, or null when it never signed in or up here. Anybody can make one
 * up: it tells browsers apart and proves nothing. Store `keyedHash("device", name)`.
 */
export function readDevice(request: Request): string | null {
  return readCookie(request)?.name ?? null;
}

/** A name for a browser that has none yet. */
export function newDevice(): string {
  return randomBytes(16).toString("base64url");
}

/** The browser's name when it signed in to this account before, which can't be made up; otherwise null. */
export function knownDevice(request: Request, userId: string): string | null {
  const device = readCookie(request);
  const isKnown = device?.proofs.some((proof) => isKeyedHash("device", `${device.name} ${userId}`, proof));
  return device && isKnown ? device.name : null;
}

/**
 * The Set-Cookie header that keeps a browser's name for a year. With an account it also proves from then on that the
 * account signed in here; the five latest are kept.
 */
export function deviceCookie(request: Request, name = readDevice(request) ?? newDevice(), userId?: string): string {
  const device = readCookie(request);
  const proofs = device?.name === name ? device.proofs : [];
  const own = userId === undefined ? [] : [keyedHash("device", `${name} ${userId}`)];
  const kept = [...own, ...proofs.filter((proof) => !own.includes(proof))].slice(0, MOST_ACCOUNTS);
  const secure = env().ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${NAME}=${[name, ...kept].join(".")}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}${secure}`;
}
