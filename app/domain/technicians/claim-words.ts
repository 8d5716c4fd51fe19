import type { ClaimStatus } from "#app/domain/technicians/listing-claim.ts";

/** States of a claim as its claimant and the profile's keeper read them. */
export const CLAIM_STATUS_WORDS: Record<ClaimStatus, string> = {
  awaiting_code: "Waiting for your proof",
  awaiting_moderator: "A moderator looks at it",
  granted: "Granted",
  refused: "Refused",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
};

/** For who has not confirmed their own address yet. */
export const VERIFY_FIRST =
  "Confirm your own e-mail address first: open the link that we mailed you, or have it sent again.";
export const KEEPS_ANOTHER = "Your account keeps a profile already, and one account keeps one.";
export const SESSION_GONE = "You were signed out elsewhere. Sign in and try again.";
