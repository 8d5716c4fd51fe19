import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Mail } from "#app/platform/mail.ts";

export type ToldAppeal = {
  appealId: string;
  reviewId: string;
  outcome: "overturned" | "upheld";
  /** Of the decision that was appealed against. */
  reason: ReviewReason | null;
  technicianName: string;
  technicianSlug: string;
};

/** To the author: what another moderator made of their appeal. */
export function appealAuthorMail(to: string, told: ToldAppeal): Mail {
  const { appealId, reviewId, outcome, reason, technicianName, technicianSlug } = told;
  const isOverturned = outcome === "overturned";
  return {
    key: `appeal-decided:${appealId}`,
    to,
    subject: isOverturned ? "Your appeal succeeded: your review is published" : "Your appeal was not successful",
    paragraphs: [
      isOverturned
        ? `A second moderator looked at your review of ${technicianName} anew and decided otherwise than the first. It is published now.`
        : `A second moderator looked at your review of ${technicianName} anew and came to the same decision as the first.`,
      ...(isOverturned || reason === null ? [] : [`The reason: ${REVIEW_REASONS[reason]}. ${REVIEW_RULES[reason]}`]),
      "The facts that they went by stand beside it. This decision is the last.",
    ],
    action: isOverturned
      ? { label: "See your review", path: `/technicians/${technicianSlug}/reviews#review-${reviewId}` }
      : { label: "See the decision", path: `/account/reviews/${reviewId}` },
    why: "You get this because you appealed against a decision on Hairline.",
  };
}

/** To whoever keeps the profile, about a review that was on it before. */
export function appealTechnicianMail(to: string, { appealId, outcome }: ToldAppeal): Mail {
  const isOverturned = outcome === "overturned";
  return {
    key: `appeal-told:${appealId}`,
    to,
    subject: isOverturned ? "A removed review is back on your profile" : "The removal of a review stands",
    paragraphs: [
      isOverturned
        ? "The author of a review that had been removed from your profile appealed. A second moderator decided that it keeps our rules, and it is published again."
        : "The author of a review that had been removed from your profile appealed. A second moderator upheld the removal.",
    ],
    action: { label: "See your reviews", path: "/studio/reviews" },
    why: "You get this because you keep this profile on Hairline.",
  };
}
