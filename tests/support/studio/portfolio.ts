import type { SeedStudio } from "./seed-part.ts";

/** Portfolio cases, their consents and their moderation: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
