import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { AGED_FROM_DAYS, HEALED_FROM_DAYS, SETTLED_FROM_DAYS, STAGE_LABELS } from "#app/domain/media/photo.ts";
import { PROOF_MEANINGS } from "#app/domain/reviews/proof-label.tsx";
import { PROOF_LEVELS, SUB_RATINGS } from "#app/domain/reviews/rating.ts";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

/** A row of a table on the policy page: a name and what it means. */
export type Meaning = { name: string; meaning: string };

/** Words that the policy page shares with the profile. */
export type ReviewPolicyView = {
  subRatings: string[];
  proofLevels: Meaning[];
  stages: Meaning[];
  reasons: Meaning[];
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
    reasons: reasons.map((reason) => ({ name: REVIEW_REASONS[reason], meaning: REVIEW_RULES[reason] })),
  };
}
