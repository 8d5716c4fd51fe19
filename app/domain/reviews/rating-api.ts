import { z } from "zod";
import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { SUB_RATINGS, shownMean } from "#app/domain/reviews/rating.ts";

/** What clients are asked about each criterion that they rate; two of the six are matters of fact and never rated. */
export const subRatingQuestions: Readonly<Record<string, string>> = Object.fromEntries(
  SUB_RATINGS.map((key) => [key, CRITERIA[key].clientQuestion]),
);

export const apiRating = z
  .strictObject({
    count: z.int().min(0).describe("Published reviews. Under 5 is few."),
    mean: z
      .number()
      .min(1)
      .max(5)
      .nullable()
      .describe("Plain mean of the stars with one decimal; null without reviews."),
    counts: z.array(z.int().min(0)).length(5).describe("Reviews with 1, 2, 3, 4 and 5 stars."),
  })
  .describe("What clients give, as every page shows it.");
type ApiRating = z.infer<typeof apiRating>;

export function toApiRating(rating: { count: number; mean: number | null; counts: readonly number[] }): ApiRating {
  return { count: rating.count, mean: toApiMean(rating.mean), counts: [...rating.counts] };
}

/** The figure that readers see, as a number. */
export function toApiMean(mean: number | null): number | null {
  return mean === null ? null : Number(shownMean(mean));
}
