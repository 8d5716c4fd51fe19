import { ConsecutiveBreaker, bulkhead, circuitBreaker, handleWhen, isBrokenCircuitError } from "cockatiel";
import { env } from "#app/platform/env.server.ts";
import { refusalStatus } from "#app/platform/meilisearch.server.ts";

/** This many failures in a row, and the engine is left alone for a while: nobody waits for what does not answer. */
const FAILURES = 5;
const LEFT_ALONE_MS = 2_000;
/** Searches in the database at once, and how many may wait: they must not take its connections from everything else. */
const AT_ONCE = 4;
const MAY_WAIT = 24;

/** An engine that refuses a question answers: only one that fails or is silent is left alone. */
function isOutage(error: unknown): boolean {
  const status = refusalStatus(error);
  return status === null || status >= 500;
}

function openPolicies() {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: LEFT_ALONE_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  return { breaker, database: bulkhead(AT_ONCE, MAY_WAIT) };
}
let policies: ReturnType<typeof openPolicies> | undefined;

/**
 * Ends what takes longer than this by its signal. A process that was busy itself first takes in what has arrived
 * meanwhile: slow is the engine only when its answer is not there. Else a moment of heavy load would send all
 * searches to the database, and make it heavier.
 */
async function withPatience<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), ms);
  try {
    return await work(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}

export type Answered<T> = {
  answer: T;
  source: "engine" | "database";
  /** Why the engine did not answer; null when it did, or when it is being left alone. */
  failure: unknown;
};

/**
 * Asks the search engine, and the database in its place when the engine does not answer within 400 ms
 * (SEARCH_TIMEOUT_MS), fails, or `isUsable` says that its answer can't be true. After five failures in a row the engine
 * is asked again only every two seconds. Throws when the database can't answer either.
 */
export async function engineOrDatabase<T>(ask: {
  engine: (signal: AbortSignal) => Promise<T>;
  database: () => Promise<T>;
  isUsable?: (answer: T, signal: AbortSignal) => Promise<boolean>;
}): Promise<Answered<T>> {
  const { breaker, database } = (policies ??= openPolicies());
  let failure: unknown = null;
  try {
    const answer = await breaker.execute(() =>
      withPatience(env().SEARCH_TIMEOUT_MS, async (signal) => {
        const given = await ask.engine(signal);
        return !ask.isUsable || (await ask.isUsable(given, signal)) ? { given } : null;
      }),
    );
    if (answer) return { answer: answer.given, source: "engine", failure: null };
  } catch (error) {
    failure = isBrokenCircuitError(error) ? null : error;
  }
  return { answer: await database.execute(ask.database), source: "database", failure };
}
