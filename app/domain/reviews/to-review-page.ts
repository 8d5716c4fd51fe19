import { STAGE_LABELS, stageOf } from "#app/domain/media/photo.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import { resultAge } from "#app/domain/portfolio/portfolio-case.ts";
import { NO_REVIEW_FILTERS, REVIEW_STAGES } from "#app/domain/reviews/review-filters.ts";
import type { ReviewPageRow, ReviewPhotoRow, ReviewRow } from "#app/domain/reviews/review-page-row.ts";
import { REVIEWS_PER_PAGE } from "#app/domain/reviews/review.ts";
import type { PublicReview, ReviewFilters, ReviewPage } from "#app/domain/reviews/review.ts";
import { shownPage } from "#app/platform/paging.ts";

const STARS = [5, 4, 3, 2, 1];

/** What stands beside a review whose author's account is gone. */
const FORMER_MEMBER = "Former member";

export const EMPTY_REVIEW_PAGE: ReviewPage = {
  reviews: [],
  filters: NO_REVIEW_FILTERS,
  total: 0,
  pageCount: 1,
  counts: {
    stars: STARS.map((value) => ({ value, count: 0 })),
    stage: REVIEW_STAGES.map((value) => ({ value, count: 0 })),
    treatment: [],
  },
  tombstones: [],
};

/** The row of the review query as readers see it; `filters.page` becomes the page that is really shown. */
export function toReviewPage(row: ReviewPageRow, filters: ReviewFilters): ReviewPage {
  const { page, pageCount } = shownPage(filters.page, row.total, REVIEWS_PER_PAGE);
  return {
    reviews: row.reviews.map(toReview),
    filters: { ...filters, page },
    total: row.total,
    pageCount,
    counts: {
      stars: STARS.map((value) => ({ value, count: row.stars.find((option) => option.value === value)?.count ?? 0 })),
      stage: REVIEW_STAGES.map((value, i) => ({ value, count: row.stages[i] ?? 0 })),
      treatment: row.treatments,
    },
    tombstones: row.tombstones,
  };
}

function toReview(row: ReviewRow): PublicReview {
  const changed = row.followUps.findLast((followUp) => followUp.overall !== null)?.overall ?? null;
  return {
    id: row.id,
    authorName: row.authorName ?? FORMER_MEMBER,
    overall: row.overall,
    overallNow: changed === row.overall ? null : changed,
    subRatings: {
      understanding: row.understanding,
      sterile: row.sterile,
      dedication: row.dedication,
      portfolio: row.portfolio,
    },
    wouldRecommend: row.wouldRecommend,
    needleOpened: row.needleOpened,
    treatment: row.treatment,
    concern: row.concern,
    sessions: row.sessions,
    pricePaid:
      row.pricePaid !== null && row.currency !== null ? { amount: row.pricePaid, currency: row.currency } : null,
    lastSessionOn: row.lastSessionOn,
    stage: row.daysAtWriting === null ? null : stageOf(Math.max(0, row.daysAtWriting)),
    title: row.title,
    text: row.text,
    proofLevel: row.proofLevel,
    isIncentivised: row.isIncentivised,
    incentiveNote: row.incentiveNote,
    relationship: row.relationship,
    redactionReason: row.redactionReason,
    isUnderInvestigation: row.status === "under_investigation",
    isSample: row.isSample,
    publishedOn: row.publishedOn,
    photos: row.photos.map(toPhoto),
    followUps: row.followUps.map(({ daysSinceLastSession, photos, ...followUp }) => ({
      ...followUp,
      stage: stageOf(daysSinceLastSession),
      photos: photos.map(toPhoto),
    })),
    reply: row.reply,
  };
}

function toPhoto({ daysSinceLastSession, isSample, ...photo }: ReviewPhotoRow): ShownPhoto {
  const age = daysSinceLastSession === null ? "" : `, ${resultAge(daysSinceLastSession)} after the last session`;
  return {
    ...photo,
    alt: `${isSample ? "Sample illustration. " : ""}${STAGE_LABELS[photo.stage]}${age}, sent by the client`,
  };
}
