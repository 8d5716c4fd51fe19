import type { DraftRefusal } from "#app/domain/reviews/own-draft.server.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import type { FormNotice } from "#app/routes/technicians.$slug.reviews.new/form-reply.ts";

const COLLEAGUE_WORDS =
  "You keep a profile at the same place of work. People who work side by side don’t review each other.";

/** Why nobody may review at this address, for a viewer who keeps a profile. */
export function notReviewableWords(reason: "own" | "colleague"): string {
  return reason === "own" ? `This is your own profile. ${REVIEW_RULES.insider_or_competitor}` : COLLEAGUE_WORDS;
}

/** What a refused draft tells its author, and where they can go. */
export function refusalNotice(refusal: DraftRefusal, formPath: string): FormNotice {
  switch (refusal.kind) {
    case "own":
    case "colleague":
      return { text: notReviewableWords(refusal.kind), link: null };
    case "conflict":
      return {
        text: "This draft was changed in another window or on another device after you opened it here. What you see below is not saved. To keep it and drop the other version, press “Save draft” or “Submit review” again.",
        link: { href: formPath, label: "Show the other version instead" },
      };
    case "already_sent":
      return {
        text: "This review was already sent, perhaps from another window. It was not sent twice.",
        link: { href: `/account/reviews/${refusal.reviewId}`, label: "See the review that was sent" },
      };
    case "duplicate":
      return {
        text: "You already have a review of this technician for the same last session. One visit, one review: news about it belongs in a follow-up. If it was another visit, give its own date.",
        link: { href: `/account/reviews/${refusal.reviewId}`, label: "See that review" },
      };
    case "not_found":
      return { text: "There is nothing to review here any more.", link: null };
  }
}
