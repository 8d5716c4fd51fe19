import { z } from "zod";
import { PROOF_LEVELS, platformMean, summariseRatings } from "#app/domain/reviews/rating.ts";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const ratedRows = z.array(
  z.object({
    overall: z.number(),
    ratedAt: z.date(),
    proofLevel: z.enum(Object.keys(PROOF_LEVELS) as [ProofLevel, ...ProofLevel[]]),
    isIncentivised: z.boolean(),
    wouldRecommend: z.boolean().nullable(),
    understanding: z.number().nullable(),
    sterile: z.number().nullable(),
    dedication: z.number().nullable(),
    portfolio: z.number().nullable(),
  }),
);
const othersRow = z.array(z.object({ count: z.number(), stars: z.number() }));

/**
 * Makes what readers are shown of a technician's ratings anew from all visible reviews, by the product's one formula.
 * Call it in the transaction of whatever made a review or follow-up appear, change or go, after that change. Two such
 * transactions of one technician wait for each other here, so that neither overlooks the other's review; whoever has
 * several technicians to do goes through them in the order of their ids. Writing the row marks it for the search index.
 */
export async function recomputeRating(technicianId: string, now: Date, tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Technician" WHERE id = ${technicianId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw`
    SELECT coalesce(f.overall, r.overall) AS overall, greatest(r."publishedAt", f."followedAt") AS "ratedAt",
      r."proofLevel"::text, r."isIncentivised", r."wouldRecommend",
      r.understanding, r.sterile, r.dedication, r.portfolio
    FROM "Review" r LEFT JOIN LATERAL (
      SELECT max(x."publishedAt") AS "followedAt",
        (array_agg(x.overall ORDER BY x."daysSinceLastSession" DESC, x.month DESC) FILTER (WHERE x.overall IS NOT NULL))[1] AS overall
      FROM "ReviewFollowUp" x WHERE x."reviewId" = r.id AND x.status = 'published'
    ) f ON true
    WHERE r."technicianId" = ${technicianId}::uuid AND ${visibleReviewSql}
    ORDER BY r.id`;
  const reviews = ratedRows.parse(rows);
  // Everybody else's columns are as exact as their reviews, and far fewer rows than these.
  const [others] = othersRow.parse(
    await tx.$queryRaw`
      SELECT coalesce(sum("reviewCount"), 0)::float8 AS count, coalesce(sum("ratingCounts"[1] + 2 * "ratingCounts"[2]
        + 3 * "ratingCounts"[3] + 4 * "ratingCounts"[4] + 5 * "ratingCounts"[5]), 0)::float8 AS stars
      FROM "Technician" WHERE "reviewCount" > 0 AND id <> ${technicianId}::uuid`,
  );
  const stars = reviews.reduce((sum, { overall }) => sum + overall, others?.stars ?? 0);
  const mean = platformMean(reviews.length + (others?.count ?? 0), stars);
  const { subRatings, ...summary } = summariseRatings(reviews, mean, now);
  await tx.technician.update({
    where: { id: technicianId },
    data: {
      ...summary,
      subRatingUnderstanding: subRatings.understanding,
      subRatingSterile: subRatings.sterile,
      subRatingDedication: subRatings.dedication,
      subRatingPortfolio: subRatings.portfolio,
    },
    select: { id: true },
  });
}
