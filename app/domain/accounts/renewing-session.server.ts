import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { renewSession } from "#app/platform/sessions.server.ts";

class SessionEnded extends Error {}

/** Gives the session that asks a new token. Where it was ended meanwhile it throws, which undoes the transaction. */
type Renew = (proved?: Parameters<typeof renewSession>[1]) => Promise<string>;

/**
 * A transaction that changes what guards an account and renews the session that asks for it (S-03). "gone" and nothing
 * changed when that session was ended meanwhile: whoever ended it may have had this one in mind.
 */
export async function whileRenewing<T, R>(
  sessionId: string,
  work: (tx: Db, renew: Renew) => Promise<Result<T, R>>,
): Promise<Result<T, R | "gone">> {
  try {
    return await db().$transaction((tx) =>
      work(tx, async (proved = {}) => {
        const token = await renewSession(sessionId, proved, tx);
        if (token === null) throw new SessionEnded();
        return token;
      }),
    );
  } catch (problem) {
    if (problem instanceof SessionEnded) return refuse("gone");
    throw problem;
  }
}
