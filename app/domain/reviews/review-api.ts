import { z } from "zod";
import { apiPhoto, photoStageValue, toApiPhoto } from "#app/domain/media/photo-api.ts";
import { PROOF_LEVELS } from "#app/domain/reviews/rating.ts";
import { subRatingQuestions } from "#app/domain/reviews/rating-api.ts";
import { REVIEW_STAGES, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { REVIEWS_PER_PAGE, REVIEW_REASONS, REVIEW_RELATIONSHIPS } from "#app/domain/reviews/review.ts";
import type { PublicFollowUp, PublicReview, ReviewPage } from "#app/domain/reviews/review.ts";
import {
  concernValue,
  dayValue,
  eachOf,
  keysOf,
  moneyValue,
  treatmentValue,
  withLabels,
} from "#app/domain/technicians/vocabulary-schema.ts";

/* Reviews as the API tells them: what the page of reviews shows, no more. */

const stars = z.int().min(1).max(5);
const count = z.int().min(0);
const stageValue = z.enum(REVIEW_STAGES);

const apiFollowUp = z
  .strictObject({
    month: z.int().describe("About how many months after the treatment it was asked for."),
    stage: photoStageValue,
    isStillAsWanted: z.boolean().nullable().describe("Whether the result is still as wanted; null: not answered."),
    wouldDoAgain: z.boolean().nullable().describe("Whether the author would do it again; null: not answered."),
    hadTopUp: z.boolean().nullable().describe("Whether there was a top-up; null: not answered."),
    overall: stars.nullable().describe("Stars as of this follow-up; null: not changed."),
    text: z.string().describe("What the author wrote, plain text."),
    publishedOn: dayValue.describe("The day it was published."),
    photos: z.array(apiPhoto).describe("Pictures that the author sent."),
  })
  .describe("What the author of a review wrote later about the same result.");

export const apiReview = z
  .strictObject({
    id: z.uuid().describe("Stays the same for as long as the review is shown."),
    authorName: z.string().describe("The pseudonym that the author chose."),
    overall: stars.describe("Stars as first given."),
    overallNow: stars.nullable().describe("Stars after the latest follow-up, where that changed them; else null."),
    subRatings: eachOf(subRatingQuestions, stars.nullable()).describe("Stars by criterion; null: not rated."),
    wouldRecommend: z.boolean().nullable().describe("Null: not answered."),
    needleOpened: z
      .boolean()
      .nullable()
      .describe("Whether the needle was opened in front of the client; null: not answered."),
    treatment: treatmentValue.nullable(),
    concern: concernValue.nullable(),
    sessions: z.int().nullable().describe("How many sessions it took; null: not told."),
    pricePaid: moneyValue.nullable().describe("What the author says they paid; null: not told."),
    lastSessionOn: dayValue.nullable().describe("The day of the last session; null: not told."),
    stage: photoStageValue.nullable().describe("Age of the result when the review was written; null: not known."),
    title: z.string().describe("Plain text, may be empty."),
    text: z.string().describe("What the author wrote, plain text."),
    proofLevel: keysOf(PROOF_LEVELS).describe(withLabels("How far the visit is supported.", PROOF_LEVELS)),
    isIncentivised: z
      .boolean()
      .describe("The author was given something for the review. It does not count when sorting."),
    incentiveNote: z.string().nullable().describe("What the author was given, in their words."),
    relationship: keysOf(REVIEW_RELATIONSHIPS).describe(
      withLabels("Who the author is to the technician, as they told it.", REVIEW_RELATIONSHIPS),
    ),
    redactionReason: keysOf(REVIEW_REASONS)
      .nullable()
      .describe(withLabels("Why a moderator took out a passage; null: nothing was.", REVIEW_REASONS)),
    isUnderInvestigation: z
      .boolean()
      .describe("A report about it is being looked into; it stays until there is a decision."),
    isSample: z.boolean().describe("Invented, to try Hairline out."),
    publishedOn: dayValue.describe("The day it was published."),
    photos: z.array(apiPhoto).describe("Pictures that the author sent."),
    followUps: z.array(apiFollowUp).describe("Oldest first."),
    reply: z
      .strictObject({
        text: z.string().describe("Plain text."),
        publishedOn: dayValue.describe("The day it was published."),
      })
      .nullable()
      .describe("The technician's reply."),
  })
  .describe("One client's account of one treatment, with its follow-ups.");
type ApiReview = z.infer<typeof apiReview>;

const removedReview = z
  .strictObject({
    closedOn: dayValue.describe("The day it was taken down."),
    reason: keysOf(REVIEW_REASONS)
      .nullable()
      .describe(withLabels("Why it was removed; null: its author withdrew it.", REVIEW_REASONS)),
  })
  .describe("A review that was public and is no longer.");

/** The part of the answer that is about reviews; whom they are about is added by the profile. */
export const apiReviewPage = z.strictObject({
  filters: z
    .strictObject({
      stars: stars.nullable().describe("Null: any."),
      stage: stageValue.nullable().describe("Null: any."),
      treatment: treatmentValue.nullable(),
    })
    .describe("The filters that were understood. What means nothing here is ignored."),
  page: z.int().min(1).describe("This page; one beyond the last gives the last."),
  pageCount: z.int().min(1).describe("How many pages there are."),
  perPage: z.literal(REVIEWS_PER_PAGE).describe("Reviews on a page."),
  total: count.describe("Reviews that fit the filters, over all pages."),
  counts: z
    .strictObject({
      stars: z
        .array(z.strictObject({ value: stars.describe("Stars."), count: count.describe("Reviews.") }))
        .describe("By stars as of today."),
      stage: z
        .array(z.strictObject({ value: stageValue.describe("Age of the result."), count: count.describe("Reviews.") }))
        .describe("By age of the result, when written or at the latest follow-up."),
      treatment: z
        .array(z.strictObject({ value: treatmentValue, count: count.describe("Reviews.") }))
        .describe("By treatment, of those that any review names."),
    })
    .describe("How many reviews each choice would give, the other filters staying as they are."),
  reviews: z.array(apiReview).describe("Newest first."),
  removed: z.array(removedReview).describe("Reviews that are no longer shown, at most the newest 20."),
});
type ApiReviewPage = z.infer<typeof apiReviewPage>;

export function toApiReviewPage(page: ReviewPage, origin: string): ApiReviewPage {
  const { stars: byStars, stage, treatment } = page.counts;
  return {
    filters: { stars: page.filters.stars, stage: page.filters.stage, treatment: page.filters.treatment },
    page: page.filters.page,
    pageCount: page.pageCount,
    perPage: REVIEWS_PER_PAGE,
    total: page.total,
    counts: { stars: byStars, stage, treatment },
    reviews: page.reviews.map((review) => toApiReview(review, origin)),
    removed: page.tombstones,
  };
}

/** `path` with the filters of a page of reviews: the address of this page and of those beside it. */
export function reviewPageLinks(
  page: ReviewPage,
  path: string,
): { self: string; next: string | null; previous: string | null } {
  const at = (number: number) => `${path}${reviewQuery({ ...page.filters, page: number })}`;
  const { page: current } = page.filters;
  return {
    self: at(current),
    next: current < page.pageCount ? at(current + 1) : null,
    previous: current > 1 ? at(current - 1) : null,
  };
}

function toApiReview(review: PublicReview, origin: string): ApiReview {
  return {
    ...review,
    // The page names what was given only beside the notice that something was.
    incentiveNote: review.isIncentivised ? review.incentiveNote : null,
    photos: review.photos.map((photo) => toApiPhoto(photo, origin)),
    followUps: review.followUps.map((followUp) => toApiFollowUp(followUp, origin)),
  };
}

function toApiFollowUp(
  { id: _id, photos, ...followUp }: PublicFollowUp,
  origin: string,
): ApiReview["followUps"][number] {
  return { ...followUp, photos: photos.map((photo) => toApiPhoto(photo, origin)) };
}
