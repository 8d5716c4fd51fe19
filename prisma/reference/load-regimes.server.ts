import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { regimeRows } from "./regime-rows.ts";

/**
 * Brings the regimes of a database up to what is written here: those that are new come in, those that changed are
 * changed, by their key. One that is no longer written here stays, since evidence may name it. Safe to repeat, and for
 * two at once: each is one statement.
 */
export async function loadRegimes(tx: Db = db()): Promise<number> {
  const rows = regimeRows();
  for (const { key, ...facts } of rows) {
    await tx.regime.upsert({ where: { key }, create: { key, ...facts }, update: facts, select: { key: true } });
  }
  return rows.length;
}
