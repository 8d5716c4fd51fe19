import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import type { Claim, QueueKind, Waiting } from "#app/domain/moderation/queue.ts";
import type { ProofLevel, SubRating } from "#app/domain/reviews/rating.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

/**
 * A text with all that a moderator goes by. Blind: stars, sub-ratings and every answer that gives them away come only
 * with `ratings`, which is null until there is a decision that stands.
 */
export type Item = {
  kind: QueueKind;
  id: string;
  reviewId: string;
  version: number;
  status: string;
  /** Null when it no longer waits. */
  waiting: Waiting | null;
  claim: Claim | null;
  technician: { name: string; slug: string };
  authorName: string;
  isSample: boolean;
  heading: string;
  title: string;
  text: string;
  /** The review that a follow-up or reply stands below. */
  below: { title: string; text: string } | null;
  facts: Fact[];
  photos: ShownPhoto[];
  proof: ItemProof | null;
  /** Null for what has none; `isChecked` is false until they were looked for. */
  signals: { isChecked: boolean; found: ItemSignal[] } | null;
  history: PastDecision[];
  /** Wordings that differ from the one shown. */
  revisions: Revision[];
  reports: ItemReport[];
  /** The author's other reviews and what became of them. */
  others: OtherReview[];
  ratings: ItemRatings | null;
};

export type Fact = { label: string; value: string };
export type ItemProof = {
  level: ProofLevel;
  /** A link of five minutes for this moderator; null without a document, or once it was deleted. */
  documentHref: string | null;
  /** What a moderator found in the document; null until one looked. */
  isAccepted: boolean | null;
  mayDecide: boolean;
};
export type ItemSignal = { kind: string; label: string; detail: string; related: { id: string; name: string }[] };
export type PastDecision = {
  id: string;
  by: string;
  at: string;
  fromState: string;
  toState: string;
  reason: ReviewReason | null;
  checkReason: CheckReason | null;
  note: string | null;
  version: number;
};
/** What a moderator has just decided, for the notice above the next item. */
export type DoneDecision = { kind: string; toState: string; reason: ReviewReason | CheckReason | null };
export type Revision = { version: number; at: string; title: string; text: string };
export type ItemReport = {
  id: string;
  reason: ReviewReason;
  explanation: string;
  status: string;
  at: string;
  isByTechnician: boolean;
};
export type OtherReview = { id: string; about: string; status: string; reason: ReviewReason | null; at: string };
export type ItemRatings = {
  overall: number | null;
  subRatings: Record<SubRating, number | null>;
  answers: Fact[];
};

/** States as moderators read them. */
export const STATE_WORDS: Record<string, string> = {
  draft: "Draft",
  awaiting_contact: "Waiting for the author’s address",
  pending: "Waiting",
  in_review: "Opened",
  changes_requested: "Changes asked for",
  published: "Published",
  under_investigation: "Reported, being looked into",
  rejected: "Rejected",
  removed: "Removed",
  appealed: "Appealed",
  rejected_final: "Rejected for good",
  withdrawn: "Withdrawn by the author",
  open: "Open",
  claimed: "Opened",
  upheld: "Upheld",
  dismissed: "Dismissed",
  overturned: "Overturned",
  declared: "Self-declared",
  submitted: "Waiting",
  in_check: "Being checked",
  verified: "Verified",
  needs_better_copy: "A better copy asked for",
  expired: "Expired",
  superseded: "Replaced by a newer one",
  awaiting_code: "Waiting for the code",
  awaiting_moderator: "Waiting",
  granted: "Granted",
  refused: "Refused",
  lapsed: "Lapsed",
};

/** What was decided, as a sentence's end: "You ... it." */
export const DECIDED_WORDS: Record<string, string> = {
  published: "published",
  changes_requested: "asked for changes to",
  rejected: "rejected",
  rejected_final: "upheld the refusal of",
  removed: "removed",
  verified: "verified",
  needs_better_copy: "asked for a better copy of",
  withdrawn: "withdrew",
  in_check: "put on hold",
  granted: "granted",
  refused: "refused",
};

export const SUBJECT_WORDS: Record<string, string> = {
  review: "review",
  follow_up: "follow-up",
  reply: "reply",
  evidence: "evidence",
  portfolio_case: "portfolio case",
  listing_claim: "claim",
};
