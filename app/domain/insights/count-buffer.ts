import type { Day } from "#app/domain/criteria/evidence.ts";
import type { InsightKind } from "#app/domain/insights/insight.ts";

/** What is counted of one profile, until it is written down. */
export type Counted = {
  slug: string;
  day: Day;
  kind: InsightKind;
  /**
   * Hash of the session it came with, so that keepers don't count themselves; null for who isn't signed in. It is
   * compared when the counts are written, and never written itself.
   */
  session: string | null;
  count: number;
};

/** More unlike counts than a busy day has in ten seconds, and no more memory than a few pictures take. */
const MOST_COUNTERS = 20_000;

/**
 * Counts of one process in memory. Adding is a step in a map: no request waits for it. When it is full, known counters
 * go on and what would be a new one is lost, and said in `takeLost`.
 */
export class CountBuffer {
  #counters = new Map<string, Counted>();
  #lost = 0;
  readonly #most: number;

  constructor(most = MOST_COUNTERS) {
    this.#most = most;
  }

  add(counted: Counted): void {
    const key = `${counted.kind} ${counted.day} ${counted.slug} ${counted.session ?? ""}`;
    const known = this.#counters.get(key);
    if (known) known.count += counted.count;
    else if (this.#counters.size < this.#most) this.#counters.set(key, { ...counted });
    else this.#lost += counted.count;
  }

  /** Hands over all that was counted and begins anew. */
  take(): Counted[] {
    const all = [...this.#counters.values()];
    this.#counters = new Map();
    return all;
  }

  /** Puts back what could not be written; what was counted meanwhile is added to it. */
  putBack(all: readonly Counted[]): void {
    for (const counted of all) this.add(counted);
  }

  /** How much there was no room for since this was last asked. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }
}
