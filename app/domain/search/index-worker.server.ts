import { setTimeout as delay } from "node:timers/promises";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { followCalendar } from "#app/domain/search/follow-calendar.server.ts";
import { SEARCH_CHANNEL, YIELD, stopWriting, tryToWrite } from "#app/domain/search/index-writer.server.ts";
import { openDatabaseSession } from "#app/platform/database-session.server.ts";
import type { DatabaseSession } from "#app/platform/database-session.server.ts";
import type { Logger } from "#app/platform/log.server.ts";
import { indexingClient } from "#app/platform/meilisearch.server.ts";

export type IndexWorker = { stop: () => Promise<void> };

type WorkerSettings = {
  log: Logger;
  now?: () => Date;
  /** How often to look without being woken: after an outage of the engine, for a new day, for an emptied index. */
  idleMs?: number;
};

const LONGEST_BACKOFF_MS = 10_000;

/**
 * Keeps the search index in step for as long as the process lives. Woken by the database the moment a mark is
 * committed. Of several processes one works and the others stand by; an outage of either engine is waited out, with
 * growing pauses, and nothing is lost meanwhile because the marks stay.
 */
export function startIndexWorker({ log, now = () => new Date(), idleMs = 2_000 }: WorkerSettings): IndexWorker {
  const stopping = new AbortController();
  let wake = () => {};
  let isAskedToYield = false;
  let failures = 0;

  /** Until woken, stopped, or the time is over. */
  const rest = async (ms: number) => {
    const woken = new AbortController();
    wake = () => woken.abort();
    await delay(ms, undefined, { signal: AbortSignal.any([woken.signal, stopping.signal]) }).catch(() => undefined);
  };
  const isStopped = () => stopping.signal.aborted;

  /** Waits out whatever failed; a jitter keeps processes that failed together from coming back together. */
  const backOff = async (error: unknown, what: string) => {
    failures += 1;
    // The first failure is news, later ones are the same outage.
    const level = failures === 1 ? "error" : "debug";
    log[level]({ err: error, failures }, `${what}; trying again until it works`);
    const ms = Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** Math.min(failures, 8)) * (0.75 + Math.random() / 2);
    await delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  };
  const recovered = () => {
    if (failures > 0) log.info({ failures }, "search index is in step again");
    failures = 0;
  };

  const work = async () => {
    await followCalendar(now(), indexingClient());
    await drainOutbox({
      now,
      onRefused: (refused) => log.error({ refused }, "technicians that can't be indexed are parked until they change"),
    });
  };

  const writeWhileOurs = async (session: DatabaseSession) => {
    while (!isStopped() && !isAskedToYield && session.isOpen()) {
      // Asked before, so that a mark that comes during the work is not slept over.
      const marked = new Promise<void>((resolve) => (wake = resolve));
      try {
        await work();
        recovered();
      } catch (error) {
        await backOff(error, "could not bring the search index in step");
        continue;
      }
      await Promise.race([marked, rest(idleMs)]);
    }
  };

  const run = async () => {
    while (!isStopped()) {
      let session: DatabaseSession | undefined;
      try {
        session = await openDatabaseSession();
        void session.ended.then(() => wake());
        await session.listen(SEARCH_CHANNEL, (payload) => {
          if (payload === YIELD) isAskedToYield = true;
          wake();
        });
        while (!isStopped() && session.isOpen()) {
          if (await tryToWrite(session)) {
            await writeWhileOurs(session);
            if (session.isOpen()) await stopWriting(session);
          }
          isAskedToYield = false;
          if (!isStopped() && session.isOpen()) await rest(idleMs);
        }
      } catch (error) {
        await backOff(error, "could not listen for changes to index");
      } finally {
        await session?.close().catch(() => undefined);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      wake();
      await running;
    },
  };
}
