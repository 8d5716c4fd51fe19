import { platformMean, summariseRatings } from "#app/domain/reviews/rating.ts";
import type { RatedReview } from "#app/domain/reviews/rating.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { DraftedReview } from "./make-reviews.ts";
import type { Threads } from "./make-threads.ts";

function rated({ row, stars }: DraftedReview, threads: Threads): RatedReview {
  const followUps = threads.followUps
    .filter(({ reviewId, status }) => reviewId === row.id && status === "published")
    .sort((a, b) => a.month - b.month);
  const dates = [row.publishedAt, ...followUps.map(({ publishedAt }) => publishedAt)].map((date) =>
    new Date(date ?? 0).getTime(),
  );
  return {
    overall: followUps.findLast(({ overall }) => overall !== null)?.overall ?? stars,
    ratedAt: new Date(Math.max(...dates)),
    proofLevel: row.proofLevel ?? "unconfirmed",
    isIncentivised: row.isIncentivised ?? false,
    wouldRecommend: row.wouldRecommend ?? null,
    understanding: row.understanding ?? null,
    sterile: row.sterile ?? null,
    dedication: row.dedication ?? null,
    portfolio: row.portfolio ?? null,
  };
}

/** Fills in what readers see of the ratings, by the product's own formula. */
export function rateTechnicians(
  technicians: Prisma.TechnicianCreateManyInput[],
  reviews: readonly DraftedReview[],
  threads: Threads,
  now: Date,
): void {
  const followed: Threads = { ...threads, followUps: threads.followUps.filter(({ status }) => status === "published") };
  const byTechnician = new Map<string, RatedReview[]>();
  for (const review of reviews) {
    if (review.row.status !== "published" && review.row.status !== "under_investigation") continue;
    const list = byTechnician.get(review.row.technicianId) ?? [];
    list.push(rated(review, followed));
    byTechnician.set(review.row.technicianId, list);
  }
  const all = [...byTechnician.values()].flat();
  const mean = platformMean(
    all.length,
    all.reduce((sum, { overall }) => sum + overall, 0),
  );
  for (const technician of technicians) {
    const summary = summariseRatings(
      technician.id === undefined ? [] : (byTechnician.get(technician.id) ?? []),
      mean,
      now,
    );
    Object.assign(technician, {
      reviewCount: summary.reviewCount,
      ratingMean: summary.ratingMean,
      ratingCounts: summary.ratingCounts,
      subRatingUnderstanding: summary.subRatings.understanding,
      subRatingSterile: summary.subRatings.sterile,
      subRatingDedication: summary.subRatings.dedication,
      subRatingPortfolio: summary.subRatings.portfolio,
      recommendCount: summary.recommendCount,
      recommendAnswers: summary.recommendAnswers,
      ratingScore: summary.ratingScore,
    });
  }
}
