import {
  ConsecutiveBreaker,
  TimeoutStrategy,
  bulkhead,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  timeout,
  wrap,
} from "cockatiel";
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
  const patience = timeout(env().SEARCH_TIMEOUT_MS, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  return { engine: wrap(breaker, patience), database: bulkhead(AT_ONCE, MAY_WAIT) };
}
let policies: ReturnType<typeof openPolicies> | undefined;

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
  const { engine, database } = (policies ??= openPolicies());
  let failure: unknown = null;
  try {
    const answer = await engine.execute(async ({ signal }) => {
      const given = await ask.engine(signal);
      return !ask.isUsable || (await ask.isUsable(given, signal)) ? { given } : null;
      // A signal of its own: the library's default is one for all, on which every search would hang a listener.
    }, new AbortController().signal);
    if (answer) return { answer: answer.given, source: "engine", failure: null };
  } catch (error) {
    failure = isBrokenCircuitError(error) ? null : error;
  }
  return { answer: await database.execute(ask.database), source: "database", failure };
}
