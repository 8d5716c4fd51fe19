import { z } from "zod";
import { isUnclaimedValue } from "#app/domain/profiles/technician-api.ts";
import { apiRating, toApiRating } from "#app/domain/reviews/rating-api.ts";
import { apiReviewPage, reviewPageLinks, toApiReviewPage } from "#app/domain/reviews/review-api.ts";
import type { ReviewPage } from "#app/domain/reviews/review.ts";
import { technicianApiPath, technicianPath } from "#app/domain/technicians/technician-address.ts";

/** One page of a technician's reviews as the API tells it: what the page of reviews shows, no more. */
export const apiReviews = z
  .strictObject({
    self: z.url().describe("Address of this answer."),
    next: z.url().nullable().describe("Address of the next page; null on the last."),
    previous: z.url().nullable().describe("Address of the page before; null on the first."),
    technician: z
      .strictObject({
        self: z.url().describe("Address of the technician in this API."),
        url: z.url().describe("Address of the page of reviews."),
        slug: z.string().describe("Names the technician in addresses."),
        name: z.string().describe("The technician, or the place where nobody has claimed the entry."),
        isUnclaimed: isUnclaimedValue,
        isSample: z.boolean().describe("Invented, to try Hairline out."),
        rating: apiRating,
      })
      .describe("Whom the reviews are about."),
    ...apiReviewPage.shape,
  })
  .describe("One page of a technician's reviews.");
type ApiReviews = z.infer<typeof apiReviews>;

type Reviewed = {
  slug: string;
  name: string;
  isUnclaimed: boolean;
  isSample: boolean;
  rating: Parameters<typeof toApiRating>[0];
};

export function toApiReviews(technician: Reviewed, page: ReviewPage, origin: string): ApiReviews {
  const self = `${origin}${technicianApiPath(technician.slug)}`;
  return {
    ...reviewPageLinks(page, `${self}/reviews`),
    technician: {
      self,
      url: `${origin}${technicianPath(technician.slug)}/reviews`,
      slug: technician.slug,
      name: technician.name,
      isUnclaimed: technician.isUnclaimed,
      isSample: technician.isSample,
      rating: toApiRating(technician.rating),
    },
    ...toApiReviewPage(page, origin),
  };
}
