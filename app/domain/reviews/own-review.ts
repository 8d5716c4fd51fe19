import type { ProofLevel, SubRating } from "#app/domain/reviews/rating.ts";
import type { ReviewStatus } from "#app/domain/reviews/review-states.ts";
import type { ReviewReason, ReviewRelationship } from "#app/domain/reviews/review.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";

/*
 * A review as its author sees it: everything they sent, what became of it and what they can do. Moments are ISO 8601,
 * days "2026-03-08".
 */
export type OwnReviewLine = {
  id: string;
  status: ReviewStatus;
  technicianName: string;
  technicianSlug: string;
  title: string;
  lastSessionOn: string | null;
  sentAt: string | null;
  publishedAt: string | null;
  closedAt: string | null;
  changedAt: string;
  isSample: boolean;
  /** Whether the author can say now how it looks today. */
  isFollowUpDue: boolean;
};

export type OwnReview = Omit<OwnReviewLine, "changedAt"> & {
  isTechnicianListed: boolean;
  overall: number | null;
  subRatings: Record<SubRating, number | null>;
  wouldRecommend: boolean | null;
  needleOpened: boolean | null;
  treatment: Treatment | null;
  concern: Concern | null;
  sessions: number | null;
  pricePaid: { amount: number; currency: string } | null;
  text: string;
  /** The author's own words where a moderator replaced a passage, or null. */
  textAsSent: string | null;
  redactionReason: ReviewReason | null;
  relationship: ReviewRelationship | null;
  isIncentivised: boolean | null;
  incentiveNote: string | null;
  proofLevel: ProofLevel;
  isHidden: boolean;
  document: {
    id: string;
    mediaType: string;
    state: "waiting" | "accepted" | "not_accepted";
    goneBy: string | null;
  } | null;
  /** The latest decision, with its statement of reasons. */
  decision: { decidedAt: string; reason: ReviewReason | null; note: string | null } | null;
  /** Until when an appeal is possible; null where none is. */
  appealUntil: string | null;
};

export const REVIEW_STATUS_WORDS: Record<ReviewStatus, string> = {
  draft: "Draft, not sent yet",
  awaiting_contact: "Waiting for you to confirm your e-mail address",
  pending: "Waiting for a moderator",
  in_review: "A moderator is reading it",
  changes_requested: "A moderator asked for a change",
  published: "Published",
  under_investigation: "Published, while a report about it is looked into",
  rejected: "Not published",
  removed: "Removed",
  appealed: "Waiting for the decision on your appeal",
  rejected_final: "Not published; your appeal was decided",
  withdrawn: "Withdrawn by you",
};

/** What happens next, or what the author can do, in a sentence or two. */
const NEXT_STEPS: Record<ReviewStatus, string> = {
  draft: "Only you can see it. Go on writing whenever you like, on any device.",
  awaiting_contact:
    "Nobody reads it before that. Open the link in the mail that we sent you; the review then goes on by itself.",
  pending: "We aim to decide within 3 working days, and write to you either way.",
  in_review: "We write to you as soon as it is decided.",
  changes_requested: "Read the reason below, change the review and send it again. It is then read anew.",
  published:
    "Everybody can read it. About 1, 6, 12 and 24 months after your last session you can add how it looks then.",
  under_investigation: "Somebody reported it. We write to you as soon as that is decided.",
  rejected: "You can read the reason below and appeal. A different moderator decides the appeal.",
  removed: "You can read the reason below and appeal. A different moderator decides the appeal.",
  appealed: "A moderator who had nothing to do with the first decision looks at it. We write to you.",
  rejected_final: "This decision is the last one. You can write a new review of the visit that keeps the rules.",
  withdrawn: "Readers no longer see it. You can write a new one about the same visit.",
};

const APPEAL_IS_OVER = "You can read the reason below. The time in which it could be appealed against is over.";

/** What happens with the review next, and what its author can do. */
export function nextStep({ status, appealUntil }: Pick<OwnReview, "status" | "appealUntil">): string {
  const isAppealable = status === "rejected" || status === "removed";
  return isAppealable && appealUntil === null ? APPEAL_IS_OVER : NEXT_STEPS[status];
}
