import { createHash, randomBytes } from "node:crypto";
import { Lucia, TimeSpan } from "lucia";
import type { Adapter } from "lucia";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { env } from "#app/platform/env.server.ts";
import { sessionAdapter } from "#app/platform/session-adapter.server.ts";
import type { AccountAttributes, FoundSession, SessionAttributes } from "#app/platform/session-adapter.server.ts";

/** Use within this time of the last noted use is not noted again: reading pages should not write. */
const USE_NOTED_EVERY_MS = DAY_MS / 24;
/** Without use a session ends after `idle`; whatever happens, after `absoluteMs` (S-04). */
const LIFETIMES = {
  member: { idle: new TimeSpan(14, "d"), absoluteMs: 30 * DAY_MS },
  moderator: { idle: new TimeSpan(30, "m"), absoluteMs: DAY_MS / 2 },
} as const;

/** Who sent a request: the account and the session it came with. */
export type SignedIn = Omit<AccountAttributes, "isSuspended"> & {
  userId: string;
  /** Hash of the session's token; safe to compare, worthless in a cookie. */
  sessionId: string;
  /** When the password was last given in this session. */
  lastAuthAt: Date;
  /** When the second factor was given in this session, or null. */
  mfaAt: Date | null;
};

/** How a session began. */
export type SessionStart = {
  mfaAt?: Date | null;
  /** In words for the owner's list: "Firefox on Android". */
  device?: string | null;
  ipHash?: string | null;
};

/** Lucia decides about validity and moves the idle limit; of its lifetimes moderators have shorter ones. */
function luciaFor(isModerator: boolean, adapter: Adapter) {
  return new Lucia(adapter, {
    sessionExpiresIn: LIFETIMES[isModerator ? "moderator" : "member"].idle,
    getSessionAttributes: (session: SessionAttributes) => session,
    getUserAttributes: (user: AccountAttributes) => user,
  });
}

/** The cookie's name: with https, one that browsers only take over https and for this host (S-01). */
export function sessionCookieName(): string {
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

/** The id of the session that a Cookie header speaks for, whether or not there is one: for what is looked up later. */
export function sessionIdOf(cookieHeader: string | null): string | null {
  const token = readSessionToken(cookieHeader);
  return token === null ? null : hashToken(token);
}

/** Starts a session; the token goes into the cookie and is not kept. */
export async function createSession(userId: string, start: SessionStart = {}, tx: Db = db()): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { roles: true } });
  const now = new Date();
  const { mfaAt = null, device = null, ipHash = null } = start;
  const attributes = { createdAt: now, lastAuthAt: now, mfaAt, device, ipHash };
  const lucia = luciaFor(
    roles.includes("moderator"),
    sessionAdapter(() => tx),
  );
  await lucia.createSession(userId, attributes, { sessionId: hashToken(token) });
  return token;
}

/**
 * Gives a session a new token together with what was just proved in it; the old token is worthless from the same moment
 * (S-03), and its age counts on. Null when the session was ended meanwhile.
 */
export async function renewSession(
  sessionId: string,
  proved: { lastAuthAt?: Date; mfaAt?: Date | null },
  tx: Db = db(),
): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { count } = await tx.session.updateMany({
    where: { id: sessionId },
    data: { id: hashToken(token), ...proved },
  });
  return count === 1 ? token : null;
}

/** Who sent a request, from its Cookie header; null for nobody, for a lapsed session and for a suspended account. */
export async function findSignedIn(cookieHeader: string | null): Promise<SignedIn | null> {
  const token = readSessionToken(cookieHeader);
  if (token === null) return null;
  const adapter = sessionAdapter(db);
  const sessionId = hashToken(token);
  const found: FoundSession = await adapter.getSessionAndUser(sessionId);
  const isModerator = found[1]?.attributes.roles.includes("moderator") ?? false;
  // Read once: whose lifetimes hold is only known after reading.
  const lucia = luciaFor(isModerator, { ...adapter, getSessionAndUser: () => Promise.resolve(found) });
  const { session, user } = await lucia.validateSession(sessionId);
  if (session === null || user.isSuspended) return null;
  const { absoluteMs, idle } = LIFETIMES[isModerator ? "moderator" : "member"];
  if (Date.now() - session.createdAt.getTime() > absoluteMs) {
    await lucia.invalidateSession(session.id);
    return null;
  }
  // Lucia moves the idle limit only after half of it has passed, which would leave the last use in the dark for a week.
  if (Date.now() - lastUse(session.expiresAt, isModerator).getTime() > USE_NOTED_EVERY_MS) {
    await adapter.updateSessionExpiration(session.id, new Date(Date.now() + idle.milliseconds()));
  }
  const { id: userId, isSuspended: _never, ...account } = user;
  return { ...account, userId, sessionId, lastAuthAt: session.lastAuthAt, mfaAt: session.mfaAt };
}

/** When a session was last used, an hour more or less: its idle limit counts from there. */
export function lastUse(expiresAt: Date, isModerator: boolean): Date {
  return new Date(expiresAt.getTime() - LIFETIMES[isModerator ? "moderator" : "member"].idle.milliseconds());
}

/** Ends the session of a request. Throws when the database can't be reached: nobody is told they are signed out then (S-05). */
export async function endSession(cookieHeader: string | null, tx: Db = db()): Promise<void> {
  const token = readSessionToken(cookieHeader);
  if (token !== null) await sessionAdapter(() => tx).deleteSession(hashToken(token));
}

/** Ends all sessions of an account, or all but one, in the transaction of the change that asks for it (Z-05). */
export async function endSessionsOf(userId: string, tx: Db, exceptSessionId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(exceptSessionId ? { id: { not: exceptSessionId } } : {}) } });
}

/** The Set-Cookie value that signs a browser in; it lives as long as the longest session may. */
export function sessionCookie(token: string): string {
  const { absoluteMs } = LIFETIMES.member;
  return cookie(token, Math.floor(absoluteMs / 1000));
}

/** The Set-Cookie value that forgets it. */
export function blankSessionCookie(): string {
  return cookie("", 0);
}

function cookie(value: string, maxAgeSeconds: number): string {
  const secure = env().ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
