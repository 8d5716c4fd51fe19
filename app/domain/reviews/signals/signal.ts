import type { ReviewSignalKind } from "#app/platform/generated/prisma/enums.ts";

/*
 * Something about a review that a moderator should look at: found by a rule, in words, never a verdict. A signal never
 * says how many stars a review has, or lets it be guessed from them; a rule that finds nothing says null.
 */
export type Signal = {
  kind: ReviewSignalKind;
  /** One or two sentences for the moderator. */
  detail: string;
  /** The other reviews that it is about. */
  relatedIds: string[];
};

export const SIGNAL_LABELS: Record<ReviewSignalKind, string> = {
  burst: "Many reviews at once",
  near_identical: "Nearly the same words elsewhere",
  shared_device: "A shared device or network",
  new_account_extreme: "A new account",
  impossible_dates: "Dates that do not fit",
  reciprocal: "Technicians reviewing each other",
  picture_reuse: "A picture that is used elsewhere",
  shared_contact: "The same contact as the technician",
  serial_reporting: "Reported by somebody whose reports are dismissed",
};
