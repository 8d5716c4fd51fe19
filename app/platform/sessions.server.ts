import { createHash, randomBytes } from "node:crypto";
import { Lucia, TimeSpan } from "lucia";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { sessionAdapter } from "#app/platform/session-adapter.server.ts";
import type { AccountAttributes } from "#app/platform/session-adapter.server.ts";

/** A session ends after 14 days without use and after 30 days whatever happens (S-04). */
const IDLE = new TimeSpan(14, "d");
const ABSOLUTE_MS = 30 * 86_400_000;

const lucia = new Lucia(sessionAdapter(db), {
  sessionExpiresIn: IDLE,
  getSessionAttributes: ({ createdAt, mfaAt }) => ({ createdAt, mfaAt }),
  getUserAttributes: ({ displayName, roles, isSuspended }) => ({ displayName, roles, isSuspended }),
});

export type SignedIn = AccountAttributes & { userId: string };

/** The cookie's name: with https, one that browsers only take over https and for this host (S-01). */
function sessionCookieName(): string {
  return env().ORIGIN.startsWith("https:") ? "__Host-sid" : "sid";
}

/** Only the hash of the token is stored: who reads the table can't sign in with it (S-02). */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The token in a Cookie header, or null. Lucia's own reader throws on a malformed header; here whatever is not one
 * well-formed cookie of ours is nobody (S-07).
 */
export function readSessionToken(cookieHeader: string | null): string | null {
  if (cookieHeader === null || cookieHeader.length > 8_192) return null;
  const own = cookieHeader
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${sessionCookieName()}=`));
  const token = own[0]?.slice(sessionCookieName().length + 1);
  return own.length === 1 && token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** Starts a session; the token goes into the cookie and is not kept. */
export async function createSession(userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await lucia.createSession(userId, { createdAt: new Date(), mfaAt: null }, { sessionId: hashToken(token) });
  return token;
}

/** Who sent a request, from its Cookie header; null for nobody, for a lapsed session and for a suspended account. */
export async function findSignedIn(cookieHeader: string | null): Promise<SignedIn | null> {
  const token = readSessionToken(cookieHeader);
  if (token === null) return null;
  const { session, user } = await lucia.validateSession(hashToken(token));
  if (session === null || user.isSuspended) return null;
  if (Date.now() - session.createdAt.getTime() > ABSOLUTE_MS) {
    await lucia.invalidateSession(session.id);
    return null;
  }
  return { userId: user.id, displayName: user.displayName, roles: user.roles, isSuspended: user.isSuspended };
}
