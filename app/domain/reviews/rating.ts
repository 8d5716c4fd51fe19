import { DAY_MS } from "#app/platform/durations.ts";

/**
 * What readers see of ratings (mean, count, distribution) and the score that only sorts. Formula and numbers are
 * product.md's and are printed on /policies/ranking:
 * score = (C*m + sum(w*r)) / (C + sum(w)), w = 0.5^(age in days / 730) * v.
 */
export const SCORE_PRIOR_WEIGHT = 5;
export const SCORE_HALF_LIFE_DAYS = 730;
/** Stands for the platform's mean until there are enough reviews for one. */
export const SCORE_FALLBACK_MEAN = 3.5;
export const SCORE_FALLBACK_BELOW = 50;
/** Fewer published reviews than this are marked "few reviews". */
export const FEW_REVIEWS_BELOW = 5;

export const PROOF_LEVELS = {
  confirmed: "Visit confirmed",
  document_checked: "Document checked",
  contact_confirmed: "Contact confirmed",
  unconfirmed: "Not confirmed",
} as const;
export type ProofLevel = keyof typeof PROOF_LEVELS;

const PROOF_WEIGHT: Record<ProofLevel, number> = {
  confirmed: 1,
  document_checked: 1,
  contact_confirmed: 0.5,
  unconfirmed: 0,
};

export const SUB_RATINGS = ["understanding", "sterile", "dedication", "portfolio"] as const;
export type SubRating = (typeof SUB_RATINGS)[number];

/** A published review, with what its published follow-ups made of it. */
export type RatedReview = Record<SubRating, number | null> & {
  /** Stars today: the latest follow-up's where one changed them. */
  overall: number;
  /** When it was last published or followed up: a follow-up refreshes the age. */
  ratedAt: Date;
  proofLevel: ProofLevel;
  isIncentivised: boolean;
  wouldRecommend: boolean | null;
};

export type RatingSummary = {
  reviewCount: number;
  /** Plain mean rounded to two places; null without reviews. */
  ratingMean: number | null;
  /** Reviews with 1, 2, 3, 4, 5 stars. */
  ratingCounts: [number, number, number, number, number];
  subRatings: Record<SubRating, number | null>;
  recommendCount: number;
  recommendAnswers: number;
  ratingScore: number;
};

function mean(values: number[]): number | null {
  if (values.length === 0) return null;
  // Multiplied first: a half is then exact, and rounds up as it does in SQL.
  return Math.round((values.reduce((sum, value) => sum + value, 0) * 100) / values.length) / 100;
}

/** m of the formula: the mean over all published reviews, 3.5 while there are fewer than 50. */
export function platformMean(reviewCount: number, sumOfStars: number): number {
  return reviewCount < SCORE_FALLBACK_BELOW ? SCORE_FALLBACK_MEAN : sumOfStars / reviewCount;
}

/** Weight of one review in the score: half after two years, none for an incentivised or unconfirmed one. */
function reviewWeight(review: Pick<RatedReview, "ratedAt" | "proofLevel" | "isIncentivised">, now: Date): number {
  if (review.isIncentivised) return 0;
  const ageDays = Math.max(0, (now.getTime() - review.ratedAt.getTime()) / DAY_MS);
  return 0.5 ** (ageDays / SCORE_HALF_LIFE_DAYS) * PROOF_WEIGHT[review.proofLevel];
}

/** Everything the profile, the card and the sort need, from a technician's published reviews. */
export function summariseRatings(reviews: RatedReview[], meanOfPlatform: number, now: Date): RatingSummary {
  const ratingCounts: RatingSummary["ratingCounts"] = [0, 0, 0, 0, 0];
  let weights = 0;
  let weighted = 0;
  for (const review of reviews) {
    const star = Math.min(5, Math.max(1, Math.round(review.overall)));
    ratingCounts[star - 1] = (ratingCounts[star - 1] ?? 0) + 1;
    const weight = reviewWeight(review, now);
    weights += weight;
    weighted += weight * review.overall;
  }
  const subRating = (key: SubRating) => mean(reviews.flatMap((review) => review[key] ?? []));
  const answers = reviews.flatMap((review) => review.wouldRecommend ?? []);
  return {
    reviewCount: reviews.length,
    ratingMean: mean(reviews.map((review) => review.overall)),
    ratingCounts,
    subRatings: {
      understanding: subRating("understanding"),
      sterile: subRating("sterile"),
      dedication: subRating("dedication"),
      portfolio: subRating("portfolio"),
    },
    recommendCount: answers.filter(Boolean).length,
    recommendAnswers: answers.length,
    ratingScore: (SCORE_PRIOR_WEIGHT * meanOfPlatform + weighted) / (SCORE_PRIOR_WEIGHT + weights),
  };
}

/** A mean as every page and every program is told it, with one decimal: "4.0". */
export function shownMean(mean: number): string {
  return mean.toFixed(1);
}
