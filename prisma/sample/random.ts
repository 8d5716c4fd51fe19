import { createHash } from "node:crypto";
import { seededRandom } from "./drawings/random.ts";

/**
 * A seeded source of choices. The sample set must come out the same on every machine and in every run, so nothing
 * below prisma/sample may call Math.random or read the clock.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different entries in random order (all of them when the list is shorter). */
  sample<T>(list: readonly T[], count: number): T[];
  /** One entry, each as likely as its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** An independent source for one part of the set, so that a change in one part does not reshuffle the others. */
  fork(label: string): Random;
};

function seedOf(label: string): number {
  return createHash("sha256").update(label).digest().readUInt32LE(0);
}

export function makeRandom(label: string): Random {
  const next = seededRandom(seedOf(label));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)];
    if (chosen === undefined) throw new Error("Cannot pick from an empty list");
    return chosen;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    sample: (list, count) => {
      const left = [...list];
      for (let index = left.length - 1; index > 0; index -= 1) {
        const other = int(0, index);
        const a = left[index];
        const b = left[other];
        if (a === undefined || b === undefined) break;
        left[index] = b;
        left[other] = a;
      }
      return left.slice(0, count);
    },
    weighted: (entries) => {
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
      let rest = next() * total;
      for (const [value, weight] of entries) {
        rest -= weight;
        if (rest < 0) return value;
      }
      const last = entries[entries.length - 1];
      if (last === undefined) throw new Error("Cannot choose from no entries");
      return last[0];
    },
    fork: (part) => makeRandom(`${label}/${part}`),
  };
}

/** The same UUID for the same words on every run (shaped as version 8, "made by the application"). */
export function sampleId(...words: (string | number)[]): string {
  const hex = createHash("sha256")
    .update(["hairline-sample", ...words].join("/"))
    .digest("hex");
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
