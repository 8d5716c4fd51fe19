import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Longer than two statements may take, so that the database's own limit is the one that is met. */
const TRANSACTION_MS = 5_000;

/**
 * Runs statements that read all technicians, in a transaction in which each may take a second and no longer: many
 * searches at once must not keep the database from the pages that need it. A statement that takes longer fails. A
 * caller's own transaction has the caller's limits.
 */
export async function withinASecond<T>(tx: Db | undefined, ask: (tx: Db) => Promise<T>): Promise<T> {
  if (tx) return ask(tx);
  return db().$transaction(
    async (own) => {
      // These statements are large and rare: here a plan made for the values at hand is worth its making.
      await own.$executeRaw`SELECT set_config('statement_timeout', '1s', true), set_config('jit', 'off', true),
        set_config('plan_cache_mode', 'force_custom_plan', true)`;
      return ask(own);
    },
    { timeout: TRANSACTION_MS },
  );
}
