import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";

/** Why a claim on a listing can be refused, in the order of the form. */
export const CLAIM_REASONS = [
  "not_proven",
  "better_proven_by_another",
  "name_differs",
  "place_differs",
  "unreadable",
  "incomplete",
  "not_this_kind",
  "out_of_date",
  "altered",
] as const satisfies CheckReason[];
