import { openDatabaseSession } from "#app/platform/database-session.server.ts";
import type { DatabaseSession } from "#app/platform/database-session.server.ts";
import type { Logger } from "#app/platform/log.server.ts";

export type Job = {
  /** Unique, in words; its lock in the database is named after it. */
  name: string;
  everySeconds: number;
  /**
   * One turn. What it throws is logged and the next turn comes as usual, so a turn must be safe to repeat. Long ones
   * look at `signal` between two steps: it says that the process is about to end.
   */
  run: (now: Date, turn: { log: Logger; signal: AbortSignal }) => Promise<unknown>;
};

export type Clock = {
  /** No more turns; resolves once those that are running are over. */
  stop: () => Promise<void>;
};

type ClockSettings = { log: Logger; jobs: readonly Job[]; now?: () => Date };

/**
 * Does what time asks for: each job at once and then again so many seconds after its last turn, never two turns of it at
 * a time. Of several processes the one that gets a job's lock first keeps the job until it ends or loses its connection;
 * the others ask at every turn, and take over.
 */
export function startClock({ log, jobs, now = () => new Date() }: ClockSettings): Clock {
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const locks = openLocks();

  const follow = (job: Job) => {
    const ownLog = log.child({ job: job.name });
    let failures = 0;
    const turn = async () => {
      try {
        if (!(await locks.isOurs(job.name)) || stopping.signal.aborted) return;
        await job.run(now(), { log: ownLog, signal: stopping.signal });
        if (failures > 0) ownLog.info({ failures }, "job works again");
        failures = 0;
      } catch (error) {
        failures += 1;
        // The first failure is news, later ones are the same outage.
        ownLog[failures === 1 ? "error" : "debug"]({ err: error, failures }, "job failed; it is tried again in time");
      }
    };
    const takeTurn = () => {
      const current = turn().finally(() => {
        running.delete(current);
        if (!stopping.signal.aborted) wait(job.everySeconds * 1_000);
      });
      running.add(current);
    };
    const wait = (ms: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        takeTurn();
      }, ms);
      timer.unref();
      timers.add(timer);
    };
    wait(0);
  };
  for (const job of jobs) follow(job);

  return {
    stop: async () => {
      stopping.abort();
      timers.forEach(clearTimeout);
      timers.clear();
      await Promise.all(running);
      await locks.close();
    },
  };
}

/** Locks that last as long as one connection to the database, which is opened when first needed and again when lost. */
function openLocks() {
  let session: Promise<DatabaseSession> | undefined;
  const forget = () => (session = undefined);
  const open = async () => {
    const opened = await openDatabaseSession();
    void opened.ended.then(forget);
    return opened;
  };
  const ask = async (name: string) => {
    session ??= open();
    // Without a connection the next turn tries for a new one.
    const { tryLock } = await session.catch((error: unknown) => {
      forget();
      throw error;
    });
    return tryLock(`hairline job ${name}`);
  };
  // One question at a time: a connection takes no second one while it answers.
  let asked: Promise<unknown> = Promise.resolve();
  return {
    /** A lock that is ours already is given again: asking shows that the connection still holds it. */
    isOurs: (name: string): Promise<boolean> => {
      const answer = asked.then(() => ask(name));
      asked = answer.catch(() => undefined);
      return answer;
    },
    close: async () => {
      await session?.then((opened) => opened.close()).catch(() => undefined);
    },
  };
}
