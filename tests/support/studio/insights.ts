import type { SeedStudio } from "./seed-part.ts";

/** The studio’s overview, the badge and the figures: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
