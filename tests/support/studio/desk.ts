import type { SeedStudio } from "./seed-part.ts";

/** Evidence as moderators check it: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
