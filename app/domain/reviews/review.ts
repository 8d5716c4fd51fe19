import type { PhotoStage, ShownPhoto } from "#app/domain/media/photo.ts";
import type { ProofLevel, SubRating } from "#app/domain/reviews/rating.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";

/*
 * A client's account of one treatment, as a thread with follow-ups. States:
 * draft -> awaiting_contact -> pending -> in_review -> published | changes_requested | rejected;
 * published -> under_investigation -> published | removed; rejected | removed -> appealed -> published | rejected_final;
 * withdrawn by its author at any time. Readers see published and under_investigation, unless hidden for harm.
 */

/** Reviews on one page of a profile. */
export const REVIEWS_PER_PAGE = 10;

/** Why a review can be refused or removed, in the words that its author and readers see. */
export const REVIEW_REASONS = {
  not_a_client: "The author was not a client",
  insider_or_competitor: "Written by an insider or a competitor",
  incentive_undisclosed: "An incentive was not disclosed",
  duplicate: "The same review was sent twice",
  personal_data: "Names or personal details of somebody",
  medical_claim: "A medical claim or diagnosis",
  accusation_of_crime: "An accusation of a crime",
  hate_or_threat: "Hate or a threat",
  promotional: "Advertising",
  wrong_technician: "About another technician",
  too_little_detail: "Too little detail to be of use",
  copied_or_generated: "Copied or generated text",
  photo_without_consent: "A photo without consent",
  photo_edited: "An edited photo",
} as const;
export type ReviewReason = keyof typeof REVIEW_REASONS;

/** What else connects an author with the technician, where they said so; continues "The author is ...". */
export const REVIEW_RELATIONSHIPS = {
  none: "a client and nothing else",
  friend_or_family: "a friend or relative of the technician",
  employee: "somebody who works with the technician",
  competitor: "a competitor of the technician",
} as const;
export type ReviewRelationship = keyof typeof REVIEW_RELATIONSHIPS;

/** What readers see of one review. Days are "2026-03-08"; amounts are minor units. */
export type PublicReview = {
  id: string;
  authorName: string;
  overall: number;
  /** Stars after the latest follow-up, when it changed them. */
  overallNow: number | null;
  subRatings: Record<SubRating, number | null>;
  wouldRecommend: boolean | null;
  needleOpened: boolean | null;
  treatment: Treatment | null;
  concern: Concern | null;
  sessions: number | null;
  pricePaid: { amount: number; currency: string } | null;
  lastSessionOn: string | null;
  /** Age of the result when the review was written. */
  stage: PhotoStage | null;
  title: string;
  text: string;
  proofLevel: ProofLevel;
  isIncentivised: boolean;
  incentiveNote: string | null;
  relationship: ReviewRelationship;
  /** Why a moderator took out a passage; null: nothing was taken out. */
  redactionReason: ReviewReason | null;
  isUnderInvestigation: boolean;
  isSample: boolean;
  publishedOn: string;
  photos: ShownPhoto[];
  followUps: PublicFollowUp[];
  reply: { text: string; publishedOn: string } | null;
};

export type PublicFollowUp = {
  id: string;
  month: number;
  stage: PhotoStage;
  isStillAsWanted: boolean | null;
  wouldDoAgain: boolean | null;
  hadTopUp: boolean | null;
  overall: number | null;
  text: string;
  publishedOn: string;
  photos: ShownPhoto[];
};

/** A review that was public and is no longer leaves a dated line: the reason, or null where its author withdrew it. */
export type ReviewTombstone = { closedOn: string; reason: ReviewReason | null };

/** Filters of the list of reviews; values that don't fit are dropped. */
export type ReviewFilters = {
  stars: number | null;
  stage: Exclude<PhotoStage, "before"> | null;
  treatment: Treatment | null;
  page: number;
};

/** One page of reviews with what its filters need. */
export type ReviewPage = {
  reviews: PublicReview[];
  filters: ReviewFilters;
  /** Matches of the filters, over all pages. */
  total: number;
  pageCount: number;
  /** What choosing each option would give, the other filters staying as they are. */
  counts: {
    stars: { value: number; count: number }[];
    stage: { value: Exclude<PhotoStage, "before">; count: number }[];
    treatment: { value: Treatment; count: number }[];
  };
  tombstones: ReviewTombstone[];
};
