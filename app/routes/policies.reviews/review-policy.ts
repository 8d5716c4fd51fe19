import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { AGED_FROM_DAYS, HEALED_FROM_DAYS, SETTLED_FROM_DAYS, STAGE_LABELS } from "#app/domain/media/photo.ts";
import { APPEAL_MONTHS } from "#app/domain/reviews/appeal.ts";
import { documentPurgeAfter } from "#app/domain/reviews/document-retention.ts";
import { PROOF_MEANINGS } from "#app/domain/reviews/proof-label.tsx";
import { PROOF_LEVELS, SUB_RATINGS } from "#app/domain/reviews/rating.ts";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { SIGNAL_LABELS } from "#app/domain/reviews/signals/signal.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** A row of a table on the policy page: a name and what it means. */
export type Meaning = { name: string; meaning: string };

/** Words that the policy page shares with the profile. */
export type ReviewPolicyView = {
  subRatings: string[];
  proofLevels: Meaning[];
  stages: Meaning[];
  reasons: Meaning[];
  signals: Meaning[];
  /** Months within which a decision can be appealed against. */
  appealMonths: number;
  /** Days after a decision without an appeal until a document about the visit is deleted. */
  documentDays: number;
};

/** What each signal looks for, without the numbers that would tell a cheat how far to go. */
const SIGNAL_MEANINGS: Record<keyof typeof SIGNAL_LABELS, string> = {
  burst: "More reviews of one technician in a week than the technician’s usual rate makes likely.",
  near_identical: "Words that nearly stand in another review, or in what the technician wrote.",
  shared_device:
    "The browser or network that sent other accounts’ reviews of the same technician, or that the technician uses.",
  new_account_extreme:
    "An account made just before, whose only review is at one end of the scale. Which end is not said.",
  impossible_dates:
    "A session in the future or from before the technician began, or a photo from before the treatment it shows.",
  reciprocal: "Two technicians who review each other.",
  picture_reuse: "A photo that stands elsewhere on Hairline already.",
  shared_contact: "The contact of the technician or of the studio.",
  serial_reporting: "A report by somebody most of whose reports were dismissed.",
};

/**
 * For the loader: with the data, these words weigh nothing in scripts. Imported by the page itself they would pull the
 * profile's scripts apart into more, and together heavier, files.
 */
export function describeReviewPolicy(): ReviewPolicyView {
  const levels = Object.keys(PROOF_LEVELS) as ProofLevel[];
  const reasons = Object.keys(REVIEW_REASONS) as ReviewReason[];
  return {
    subRatings: SUB_RATINGS.map((criterion) => CRITERIA[criterion].clientQuestion),
    proofLevels: levels.map((level) => ({ name: PROOF_LEVELS[level], meaning: PROOF_MEANINGS[level] })),
    stages: [
      { name: STAGE_LABELS.fresh, meaning: `Less than ${HEALED_FROM_DAYS} days` },
      { name: STAGE_LABELS.healed, meaning: `From ${HEALED_FROM_DAYS} days` },
      { name: STAGE_LABELS.settled, meaning: `From ${SETTLED_FROM_DAYS} days, half a year` },
      { name: STAGE_LABELS.aged, meaning: `From ${AGED_FROM_DAYS} days, two years` },
    ],
    signals: (Object.keys(SIGNAL_LABELS) as (keyof typeof SIGNAL_LABELS)[]).map((kind) => ({
      name: SIGNAL_LABELS[kind],
      meaning: SIGNAL_MEANINGS[kind],
    })),
    appealMonths: APPEAL_MONTHS,
    documentDays: documentPurgeAfter(new Date(0), false).getTime() / DAY_MS,
    reasons: reasons.map((reason) => ({ name: REVIEW_REASONS[reason], meaning: REVIEW_RULES[reason] })),
  };
}
