import type { SeedStudio } from "./seed-part.ts";

/** Enquiries and invitations: what the access table reads. */
export const seed: SeedStudio = () => Promise.resolve({});
