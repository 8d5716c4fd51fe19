import { transitions } from "#app/platform/transition-table.ts";

/*
 * The life of a review (product.md, States) as a table: what is not in it is refused. `in_review` means that a
 * moderator opened it; its claim may have lapsed since, and it is decided from there or from `pending` alike.
 */
export const REVIEW_STATUSES = [
  "draft",
  "awaiting_contact",
  "pending",
  "in_review",
  "changes_requested",
  "published",
  "under_investigation",
  "rejected",
  "removed",
  "appealed",
  "rejected_final",
  "withdrawn",
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export type ReviewEvent =
  /** By its author; `submit_unconfirmed` while the e-mail address is not confirmed. */
  | "submit"
  | "submit_unconfirmed"
  | "contact_confirmed"
  | "withdraw"
  | "appeal"
  /** By a moderator. */
  | "open"
  | "approve"
  | "request_changes"
  | "reject"
  | "investigate"
  | "clear"
  | "remove"
  /** By another moderator. */
  | "uphold"
  | "overturn";

const NEXT: Record<ReviewStatus, Partial<Record<ReviewEvent, ReviewStatus>>> = {
  draft: { submit: "pending", submit_unconfirmed: "awaiting_contact", withdraw: "withdrawn" },
  awaiting_contact: { contact_confirmed: "pending", withdraw: "withdrawn" },
  pending: decidable({ open: "in_review" }),
  in_review: decidable({ open: "in_review" }),
  changes_requested: { submit: "pending", submit_unconfirmed: "awaiting_contact", withdraw: "withdrawn" },
  published: { investigate: "under_investigation", withdraw: "withdrawn" },
  under_investigation: { clear: "published", remove: "removed", withdraw: "withdrawn" },
  rejected: { appeal: "appealed", withdraw: "withdrawn" },
  removed: { appeal: "appealed", withdraw: "withdrawn" },
  appealed: { overturn: "published", uphold: "rejected_final", withdraw: "withdrawn" },
  rejected_final: {},
  withdrawn: {},
};

function decidable(more: Partial<Record<ReviewEvent, ReviewStatus>>): Partial<Record<ReviewEvent, ReviewStatus>> {
  return {
    approve: "published",
    request_changes: "changes_requested",
    reject: "rejected",
    withdraw: "withdrawn",
    ...more,
  };
}

export const { next: nextReviewStatus, before: statusesBefore } = transitions(REVIEW_STATUSES, NEXT);
