import { describeDevice } from "#app/domain/accounts/device-words.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import { createSession, endSession } from "#app/platform/sessions.server.ts";

/**
 * Starts the session of a browser that signed in and ends the one that it came with, so that nobody can have planted it
 * there (S-03). Returns the token for its cookie.
 */
export async function startSession(
  userId: string,
  sender: Sender,
  { mfaAt }: { mfaAt: Date | null },
  tx: Db,
): Promise<string> {
  await endSession(sender.cookies, tx);
  return createSession(userId, { mfaAt, device: describeDevice(sender.userAgent), ipHash: sender.addressHash }, tx);
}
