import { DECISION_TARGET_DAYS } from "#app/domain/reviews/review-rules.ts";
import type { Mail } from "#app/platform/mail.ts";

type Sent = {
  reviewId: string;
  /** The version that was sent: a review that is changed and sent again is acknowledged again. */
  version: number;
  to: string;
  technicianName: string;
};

const WHY = "You get this because you sent a review on Hairline.";
const page = (reviewId: string) => ({ label: "See your review", path: `/account/reviews/${reviewId}` });

/** Says that a review has arrived and what happens now. */
export function reviewReceivedMail({ reviewId, version, to, technicianName }: Sent): Mail {
  return {
    key: `review-received:${reviewId}:${version}`,
    to,
    subject: "Your review has arrived",
    paragraphs: [
      `Thank you. Your review of ${technicianName} has arrived.`,
      `A moderator reads it next, without seeing your stars. We aim to decide within ${DECISION_TARGET_DAYS} working days, and write to you either way.`,
      "You can read it, follow what happens and withdraw it at any time on its page.",
    ],
    action: page(reviewId),
    why: WHY,
  };
}

/** Says that a review waits for its author's address to be confirmed. */
export function reviewWaitsMail({ reviewId, version, to, technicianName }: Sent): Mail {
  return {
    key: `review-waits:${reviewId}:${version}`,
    to,
    subject: "One step is missing: confirm your e-mail address",
    paragraphs: [
      `Your review of ${technicianName} is kept, but nobody reads it yet: first we have to know that we can reach you at this address.`,
      "Open the link in the mail with which you confirm your address. If it is gone or has lapsed, ask for a new one on the page below.",
    ],
    action: page(reviewId),
    why: WHY,
  };
}
