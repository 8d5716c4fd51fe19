import type { SeedStudio } from "./seed-part.ts";

/** Claims on listings, and the start of a profile: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
