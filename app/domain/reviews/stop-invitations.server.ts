import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";

const HASH_LENGTH = 43;
const TOKEN = /^[\w-]{86}$/;
const speltOut = (emailHash: string) => `stop invitations to ${emailHash}`;

/** Under what an address is remembered that must not be kept itself. */
export function hashInvitedAddress(email: string): string {
  return keyedHash("contact", `invitation ${email.toLowerCase()}`);
}

/** Where one press ends all invitations to this address; whoever has the link needs no account. */
export function stopInvitationsPath(emailHash: string): string {
  return `/invitations/stop/${emailHash}${keyedHash("link", speltOut(emailHash))}`;
}

function readToken(token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const emailHash = token.slice(0, HASH_LENGTH);
  return isKeyedHash("link", speltOut(emailHash), token.slice(HASH_LENGTH)) ? emailHash : null;
}

/** Whether invitations were stopped; null for a link that is not ours. */
export async function findInvitationStop(token: string): Promise<{ isStopped: boolean } | null> {
  const emailHash = readToken(token);
  if (emailHash === null) return null;
  return { isStopped: await isInvitationStopped(emailHash, db()) };
}

export async function isInvitationStopped(emailHash: string, tx: Db): Promise<boolean> {
  return (await tx.invitationStop.count({ where: { emailHash } })) > 0;
}

/**
 * Stops invitations, or allows them again. False for a link that is not ours. Doing it twice changes nothing. The audit
 * record has no row of it: all there is to name is the hash of an address, and no technician may learn of a stop.
 */
export async function setInvitationStop(token: string, isStopped: boolean, now: Date): Promise<boolean> {
  const emailHash = readToken(token);
  if (emailHash === null) return false;
  if (isStopped) await db().invitationStop.createMany({ data: [{ emailHash, createdAt: now }], skipDuplicates: true });
  else await db().invitationStop.deleteMany({ where: { emailHash } });
  return true;
}
