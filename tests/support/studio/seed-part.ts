import type { SeededPerson } from "../seed-site.ts";

type Account = { id: string; email: string };
export type StudioPeople = Record<SeededPerson | "stranger" | "otherModerator", Account>;

/** What one part of the studio adds to the seeded site. */
export type SeededPart = {
  /** Ids and codes for addresses, by names that are unique over all parts. */
  ids?: Record<string, string>;
  /** What no answer may contain, but to those whom `knownTo` names for it. */
  secrets?: string[];
  knownTo?: Record<string, SeededPerson[]>;
};

export type SeedStudio = (people: StudioPeople, technicianId: string) => Promise<SeededPart>;
