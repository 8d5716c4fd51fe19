import { sendTechnicians } from "#app/domain/search/send-technicians.server.ts";
import type { RefusedTechnician } from "#app/domain/search/send-technicians.server.ts";
import { db } from "#app/platform/db.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";

/** Few enough that neither the database's answer nor the documents hold the process up. */
const BATCH = 500;

export type IndexingOptions = {
  onProgress?: (done: number, total: number) => void;
  /** Told of technicians that can't be indexed; they are parked until they change again. */
  onRefused?: (refused: RefusedTechnician[]) => void;
  now?: () => Date;
};

type Mark = { technicianId: string; version: bigint };

/**
 * Sends every technician that is marked now to the given indexes and clears the marks it saw. A change that comes
 * meanwhile makes a newer mark, which waits for the next call, so that no stream of changes keeps this one from ending.
 * Returns how many were sent.
 */
export async function sendMarked(uids: string[], options: IndexingOptions = {}): Promise<number> {
  const { onProgress = () => undefined, onRefused = () => undefined, now = () => new Date() } = options;
  const client = indexingClient();
  const { _count: total, _max: newest } = await db().searchOutbox.aggregate({
    where: { deadAt: null },
    _count: true,
    _max: { version: true },
  });
  let [done, after] = [0, 0n];
  for (;;) {
    const marks = await db().searchOutbox.findMany({
      where: { deadAt: null, version: { gt: after, lte: newest.version ?? 0n } },
      orderBy: { version: "asc" },
      take: BATCH,
      select: { technicianId: true, version: true },
    });
    const last = marks.at(-1);
    if (!last) return done;
    after = last.version;
    const ids = marks.map(({ technicianId }) => technicianId);
    const refused = await sendTechnicians(ids, uids, client, now());
    await clearMarks(marks, refused);
    if (refused.length > 0) onRefused(refused);
    done += marks.length;
    onProgress(Math.min(done, total), Math.max(done, total));
  }
}

async function clearMarks(marks: Mark[], refused: RefusedTechnician[]): Promise<void> {
  const ids = marks.map(({ technicianId }) => technicianId);
  const versions = marks.map(({ version }) => version);
  for (const { technicianId, why } of refused) {
    const version = versions[ids.indexOf(technicianId)];
    await db().searchOutbox.updateMany({
      where: { technicianId, version },
      data: { deadAt: new Date(), lastError: why },
    });
  }
  const parked = refused.map(({ technicianId }) => technicianId);
  // A mark that a transaction holds is about to be newer: skipped, not waited for.
  await db().$executeRaw`
    DELETE FROM "SearchOutbox" o USING (
      SELECT m."technicianId" FROM "SearchOutbox" m
      JOIN unnest(${ids}::uuid[], ${versions}::bigint[]) AS seen(id, version) ON m."technicianId" = seen.id
      WHERE m.version = seen.version AND m."technicianId" <> ALL (${parked}::uuid[])
      FOR UPDATE OF m SKIP LOCKED
    ) done WHERE o."technicianId" = done."technicianId"`;
}
