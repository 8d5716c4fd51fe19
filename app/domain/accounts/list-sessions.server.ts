import { db } from "#app/platform/db.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import { lastUse } from "#app/platform/sessions.server.ts";

/** One place where somebody is signed in. */
type OwnSession = {
  /** Names it in the form that ends it; useless anywhere else. */
  handle: string;
  device: string | null;
  /** The one that asks. */
  isThis: boolean;
  startedAt: Date;
  /** An hour more or less. */
  lastUsedAt: Date;
  hasSecondFactor: boolean;
};

/** The sessions of an account that haven't lapsed: the one that asks first, then the newest. */
export async function listSessions(
  { userId, sessionId, roles }: { userId: string; sessionId: string; roles: readonly string[] },
  now: Date,
): Promise<OwnSession[]> {
  const rows = await db().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, device: true, createdAt: true, expiresAt: true, mfaAt: true },
  });
  const sessions = rows.map(({ id, device, createdAt, expiresAt, mfaAt }) => ({
    handle: sessionHandle(id),
    device,
    isThis: id === sessionId,
    startedAt: createdAt,
    lastUsedAt: lastUse(expiresAt, roles.includes("moderator")),
    hasSecondFactor: mfaAt !== null,
  }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}

export function sessionHandle(sessionId: string): string {
  return keyedHash("link", `session ${sessionId}`);
}
