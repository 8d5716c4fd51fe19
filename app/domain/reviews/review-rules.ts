import type { ReviewReason } from "#app/domain/reviews/review.ts";

/**
 * The rules for reviews as their authors, readers and moderators read them: one wording for the policy page, for the
 * moderator's list of reasons and for the message that tells an author of a decision. Kept apart from the labels in
 * review.ts, which every profile loads.
 */
export const REVIEW_RULES: Record<ReviewReason, string> = {
  not_a_client:
    "Only a client may review a technician, and only what they lived through themselves. A review goes if the visit is in serious doubt and nothing supports it.",
  insider_or_competitor: "Nobody reviews themself, a business they own or work for, or a business they compete with.",
  incentive_undisclosed:
    "A discount, gift or payment for a review has to be told. A reward that depends on what the review says is never allowed.",
  duplicate: "One treatment, one review. News about the same treatment belongs in a follow-up.",
  personal_data:
    "No names, addresses, phone numbers or health details of other people. The author can take them out and send the review again.",
  medical_claim:
    "No diagnosis and no promise that SMP heals anything. What the author saw, felt and was told may stay.",
  accusation_of_crime: "What happened can be told, step by step. To call somebody a criminal is for a court.",
  hate_or_threat: "No threats, no harassment, and no hate for what somebody is or where they come from.",
  promotional: "No discount codes, no links to a shop, nothing written to sell something.",
  wrong_technician: "A review is about the technician on whose profile it stands, not a colleague or another business.",
  too_little_detail:
    "It says something about the visit or the result that another client can use. It may be short, but “great” or “awful” alone helps nobody.",
  copied_or_generated: "The words are the author’s own, not taken from elsewhere and not written by a machine.",
  photo_without_consent: "Whoever can be seen in a photo has agreed to its being published.",
  photo_edited:
    "A photo shows the result as it was. Cropping it or hiding a face is fine; smoothing, darkening and filters are not.",
};

/** What no review is ever refused or removed for, however often it is asked. */
export const NEVER_A_REASON = [
  "A low rating.",
  "The technician disagrees with it.",
  "It names a price.",
  "It names an outcome, a bad one included.",
] as const;

/** Months after the last session at which a client is asked how it looks now; the last stands for two years and more. */
export const FOLLOW_UP_MONTHS = [1, 6, 12, 24] as const;

/** Working days within which a review should be decided. A target, published beside what was reached. */
export const DECISION_TARGET_DAYS = 3;
