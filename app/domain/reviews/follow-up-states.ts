import { transitions } from "#app/domain/reviews/transition-table.ts";

/*
 * The life of a follow-up, one a review and month. States: draft -> pending -> published | changes_requested |
 * rejected; changes_requested -> pending; published -> removed after a report; withdrawn by its author at any time.
 * What is not in the table is refused.
 */
export const FOLLOW_UP_STATUSES = [
  "draft",
  "pending",
  "published",
  "changes_requested",
  "rejected",
  "removed",
  "withdrawn",
] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

export type FollowUpEvent =
  /** By its author. */
  | "submit"
  | "withdraw"
  /** By a moderator. */
  | "approve"
  | "request_changes"
  | "reject"
  | "remove";

const NEXT: Record<FollowUpStatus, Partial<Record<FollowUpEvent, FollowUpStatus>>> = {
  draft: { submit: "pending", withdraw: "withdrawn" },
  pending: {
    approve: "published",
    request_changes: "changes_requested",
    reject: "rejected",
    withdraw: "withdrawn",
  },
  changes_requested: { submit: "pending", withdraw: "withdrawn" },
  published: { remove: "removed", withdraw: "withdrawn" },
  rejected: {},
  removed: {},
  withdrawn: {},
};

export const { next: nextFollowUpStatus, before: followUpStatusesBefore } = transitions(FOLLOW_UP_STATUSES, NEXT);

/** A follow-up's state in its author's words. */
export const FOLLOW_UP_STATUS_WORDS: Record<FollowUpStatus, string> = {
  draft: "Not sent yet",
  pending: "Waiting for a moderator",
  published: "Published",
  changes_requested: "A moderator asked for a change",
  rejected: "Not published",
  removed: "Removed after a report",
  withdrawn: "Withdrawn by you",
};
