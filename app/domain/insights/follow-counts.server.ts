import type { CountBuffer } from "#app/domain/insights/count-buffer.ts";
import { buffer as ownBuffer } from "#app/domain/insights/count-insight.server.ts";
import { saveCounts } from "#app/domain/insights/save-counts.server.ts";
import type { Logger } from "#app/platform/log.server.ts";

type CountKeeper = {
  /** Writes down what was counted so far; resolves when it is, or when it could not be. */
  flush: () => Promise<void>;
  /** The last time, for the end of the process. */
  stop: () => Promise<void>;
};

type KeeperSettings = { log: Logger; everyMs?: number; buffer?: CountBuffer; save?: typeof saveCounts };

/**
 * Writes the counts of this process into the database every ten seconds and at its end. While the database is away they
 * wait in memory, as many as there is room for, which the log says once for each outage. An answer that is lost after the
 * database has written leads to the same counts twice: rare, and of no one's interest.
 */
export function followCounts({
  log,
  everyMs = 10_000,
  buffer = ownBuffer,
  save = saveCounts,
}: KeeperSettings): CountKeeper {
  let failures = 0;
  let underWay: Promise<void> = Promise.resolve();

  const write = async () => {
    const counted = buffer.take();
    try {
      await save(counted);
      if (failures > 0) log.info({ failures }, "counts are written down again");
      failures = 0;
    } catch (error) {
      buffer.putBack(counted);
      failures += 1;
      // The first failure is news, later ones are the same outage.
      log[failures === 1 ? "error" : "debug"]({ err: error, failures }, "could not write counts down; they wait");
    }
    const lost = buffer.takeLost();
    if (lost > 0)
      log[failures > 1 ? "debug" : "warn"]({ lost }, "more to count than there is room for; the rest is lost");
  };
  const flush = () => (underWay = underWay.then(write));
  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();

  return {
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush();
      const left = buffer.take().length;
      if (left > 0) log.warn({ lost: left }, "counts could not be written down before the end");
    },
  };
}
