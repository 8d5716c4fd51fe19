import { QUEUE_WORDS } from "#app/domain/moderation/queue.ts";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { APPEAL_MONTHS } from "#app/domain/reviews/appeal.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Mail } from "#app/platform/mail.ts";

/** What was decided about a text, for whoever wrote it. */
export type ToldDecision = {
  kind: QueueKind;
  /** Of the review that the text belongs to. */
  reviewId: string;
  /** Names the occasion: the id of the text and the version that was decided on. */
  occasion: string;
  outcome: "published" | "redacted" | "changes_requested" | "rejected" | "removed";
  technicianName: string;
  technicianSlug: string;
  reason: ReviewReason | null;
};

const OUTCOME_WORDS: Record<ToldDecision["outcome"], string> = {
  published: "is published",
  redacted: "is published, without a passage",
  changes_requested: "needs a change",
  rejected: "was not published",
  removed: "was removed",
};

/** The statement of reasons: what was decided, by which rule, and what can be done. The facts stand behind the link. */
export function authorMail(to: string, told: ToldDecision): Mail {
  const { kind, reviewId, occasion, outcome, technicianName, reason } = told;
  const noun = QUEUE_WORDS[kind].one.toLowerCase();
  const isReply = kind === "reply";
  const what = isReply ? "Your reply to a review" : `Your ${noun} of ${technicianName}`;
  const isPublished = outcome === "published" || outcome === "redacted";
  const profile = `/technicians/${told.technicianSlug}/reviews#review-${reviewId}`;
  const own = isReply ? "/studio/reviews" : `/account/reviews/${reviewId}`;
  return {
    key: `${kind}-decided:${occasion}`,
    to,
    subject: `Your ${noun} ${OUTCOME_WORDS[outcome]}`,
    paragraphs: [
      `${what} ${OUTCOME_WORDS[outcome]}. A moderator read it, without seeing any stars.`,
      ...(reason === null ? [] : [`The reason: ${REVIEW_REASONS[reason]}. ${REVIEW_RULES[reason]}`]),
      ...(outcome === "published" ? [] : ["The facts that the moderator went by stand beside it."]),
      ...whatNow(kind, outcome),
    ],
    action: isPublished
      ? { label: `See your ${noun}`, path: outcome === "redacted" ? own : profile }
      : { label: "See the decision", path: own },
    why: `You get this because you wrote this ${noun} on Hairline.`,
  };
}

function whatNow(kind: QueueKind, outcome: ToldDecision["outcome"]): string[] {
  switch (outcome) {
    case "published":
      return [];
    case "redacted":
      return ["Nothing else was changed. If you would rather not have it published like this, you can withdraw it."];
    case "changes_requested":
      return [`Change it and send it again; it is then read anew.`];
    case "rejected":
    case "removed":
      return kind === "review"
        ? [`You can appeal once, within ${APPEAL_MONTHS} months. A different moderator decides the appeal.`]
        : [];
  }
}

/** To whoever keeps the profile, about a review that readers now see. */
export function technicianMail(to: string, { occasion }: Pick<ToldDecision, "occasion">, by: string): Mail {
  return {
    key: `review-published:${occasion}`,
    to,
    subject: "A new review on your profile",
    paragraphs: [
      `A review by ${by} is now published on your profile.`,
      "You can reply to it once, in public. If you think that it breaks a rule, you can report it like anybody else.",
    ],
    action: { label: "Read and reply", path: "/studio/reviews" },
    why: "You get this because you keep this profile on Hairline.",
  };
}

/** To the author of a review that the technician replied to. */
export function replyMail(to: string, { occasion, reviewId, technicianName, technicianSlug }: ToldDecision): Mail {
  return {
    key: `reply-published:${occasion}`,
    to,
    subject: `${technicianName} replied to your review`,
    paragraphs: [`${technicianName} replied to your review, and a moderator read the reply before it appeared.`],
    action: { label: "Read the reply", path: `/technicians/${technicianSlug}/reviews#review-${reviewId}` },
    why: "You get this because you wrote this review on Hairline.",
  };
}

/** One for all of an author's identical reviews. */
export function bulkMail(
  to: string,
  { bulkId, reason, count }: { bulkId: string; reason: ReviewReason; count: number },
): Mail {
  return {
    key: `bulk-rejected:${bulkId}`,
    to,
    subject: `${count} of your reviews were not published`,
    paragraphs: [
      `You sent the same words about several technicians. Two moderators read them, without seeing any stars, and ${count} reviews were not published.`,
      `The reason: ${REVIEW_REASONS[reason]}. ${REVIEW_RULES[reason]}`,
      `You can appeal against each once, within ${APPEAL_MONTHS} months. A different moderator decides the appeal.`,
    ],
    action: { label: "See your reviews", path: "/account/reviews" },
    why: "You get this because you wrote these reviews on Hairline.",
  };
}
