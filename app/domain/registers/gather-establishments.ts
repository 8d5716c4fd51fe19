import { addFact, listingOf, openEstablishment } from "#app/domain/registers/establishment.ts";
import type { Establishment, RegisterFact } from "#app/domain/registers/establishment.ts";
import type { Listing } from "#app/domain/registers/listing.ts";

export type GatherLimits = { batchSize: number; mostRows: number };
const GATHER_LIMITS: GatherLimits = { batchSize: 500, mostRows: 20_000 };

/**
 * Adds rows up to listings and hands these out in batches as they become complete, which in a file sorted by
 * establishment is at once. In one that isn't, at most `mostRows` rows are held: then what is there goes out, and the
 * rest of each establishment follows; the merge adds it to what it has.
 */
export class EstablishmentGatherer {
  #open = new Map<string, Establishment>();
  #complete: Listing[] = [];
  #rowsHeld = 0;
  readonly #rowsLeft: Map<string, number>;
  readonly #limits: GatherLimits;

  /** @param rowsLeft how many rows each establishment that belongs here has in the file; others are passed over. */
  constructor(rowsLeft: ReadonlyMap<string, number>, limits: GatherLimits = GATHER_LIMITS) {
    this.#rowsLeft = new Map(rowsLeft);
    this.#limits = limits;
  }

  /** Takes a row; returns a batch when one is due, else nothing. */
  add(fact: RegisterFact): Listing[] {
    const left = this.#rowsLeft.get(fact.record);
    if (left === undefined) return [];
    const open = this.#open.get(fact.record);
    if (open) addFact(open, fact);
    else this.#open.set(fact.record, openEstablishment(fact));
    this.#rowsHeld += 1;
    this.#rowsLeft.set(fact.record, left - 1);
    if (left === 1) {
      const whole = this.#open.get(fact.record);
      if (whole) this.#complete.push(listingOf(whole));
      this.#open.delete(fact.record);
    }
    if (this.#complete.length >= this.#limits.batchSize) return this.#takeComplete();
    return this.#rowsHeld >= this.#limits.mostRows ? this.#takeAll() : [];
  }

  /** What is left when the file has ended. */
  end(): Listing[] {
    return this.#takeAll();
  }

  #takeComplete(): Listing[] {
    const batch = this.#complete;
    this.#complete = [];
    this.#rowsHeld = [...this.#open.values()].reduce((sum, { inspections }) => sum + inspections.size, 0);
    return batch;
  }

  #takeAll(): Listing[] {
    const parts: Listing[] = [];
    for (const establishment of this.#open.values()) {
      if (establishment.inspections.size === 0) continue;
      parts.push(listingOf(establishment));
      // The description stays: a row still to come may describe the place better, or may not.
      establishment.inspections.clear();
    }
    return [...this.#takeComplete(), ...parts];
  }
}
