/** Whoever keeps a profile, and which: as the guard of the page found them. */
export type Keeper = { userId: string; technicianId: string };
