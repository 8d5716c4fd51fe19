/*
 * What is added to a review, its author's follow-ups and the technician's reply, goes through the same states; which
 * event leads where is each one's own table. `removed` comes after a report.
 */
export const ADDITION_STATUSES = [
  "draft",
  "pending",
  "published",
  "changes_requested",
  "rejected",
  "removed",
  "withdrawn",
] as const;
export type AdditionStatus = (typeof ADDITION_STATUSES)[number];

export type AdditionEvent =
  /** By whoever wrote it. */
  | "submit"
  | "withdraw"
  /** By a moderator. */
  | "approve"
  | "request_changes"
  | "reject"
  | "remove";

export type AdditionTable = Record<AdditionStatus, Partial<Record<AdditionEvent, AdditionStatus>>>;

/** The state in the words of whoever wrote it. */
export const ADDITION_STATUS_WORDS: Record<AdditionStatus, string> = {
  draft: "Not sent yet",
  pending: "Waiting for a moderator",
  published: "Published",
  changes_requested: "A moderator asked for a change",
  rejected: "Not published",
  removed: "Removed after a report",
  withdrawn: "Withdrawn by you",
};
