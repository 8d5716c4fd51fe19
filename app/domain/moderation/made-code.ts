import type { PassedOnMethod } from "#app/domain/technicians/listing-claim.ts";

/** A code that was just made, for the one page that shows it. */
export type MadeClaimCode = { claimId: string; code: string; method: PassedOnMethod; worksUntil: string };
