import { openDatabaseSession } from "#app/platform/database-session.server.ts";
import type { DatabaseSession } from "#app/platform/database-session.server.ts";

/*
 * The search engine has no compare-and-set: of two writers, the one with the older document could come last. So there
 * is one writer at a time, whichever process it lives in; the database's lock says who, and ends with its connection.
 */
const LOCK = "hairline search index writer";
/** Marks are announced here by the database's own triggers, with an empty payload. */
export const SEARCH_CHANNEL = "search_outbox";
/** Asks the writer to let somebody else have a turn. */
export const YIELD = "yield";

export const tryToWrite = (session: DatabaseSession): Promise<boolean> => session.tryLock(LOCK);
export const stopWriting = (session: DatabaseSession): Promise<void> => session.unlock(LOCK);

/** Does the work as the only writer of the index: asks the present one for its turn and waits until it is ours. */
export async function asIndexWriter<T>(work: () => Promise<T>): Promise<T> {
  const session = await openDatabaseSession();
  try {
    await session.notify(SEARCH_CHANNEL, YIELD);
    await session.lock(LOCK);
    return await work();
  } finally {
    await session.close();
  }
}
