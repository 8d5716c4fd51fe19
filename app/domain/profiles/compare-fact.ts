import type { CriterionState } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";

/** Part of a line. Days and amounts are left to whoever writes them for a reader; amounts are minor units. */
export type Piece = string | { day: Day } | { amount: number; currency: string };
export type Line = readonly Piece[];
/** Lines that belong together, the first one being what they are about. */
export type Block = readonly Line[];

/** One fact of a comparison, and how it is read from a profile: null, or nothing, where it is not known. */
export type CompareFact = {
  label: string;
  read: (profile: Profile) => Block[] | null;
  /** Said where it is not known; "None provided" unless something else is truer. */
  unknown?: string;
  /** For a criterion: the state whose mark stands beside the words. */
  state?: (profile: Profile) => CriterionState;
};

/** A fact of one line of plain words. */
export function plainFact(label: string, words: (profile: Profile) => string | null, unknown?: string): CompareFact {
  return {
    label,
    unknown,
    read: (profile) => {
      const line = words(profile);
      return line === null || line === "" ? null : [[[line]]];
    },
  };
}

/** "1 case", "3 cases". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
