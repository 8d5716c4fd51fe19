import type { SeedStudio } from "./seed-part.ts";

/** The editing of a profile: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
