import { transitions } from "#app/domain/reviews/transition-table.ts";

/*
 * The life of a technician's reply, one per review. States: draft -> pending -> published | changes_requested |
 * rejected; changes_requested -> pending; published -> removed after a report; withdrawn by the technician at any
 * time, and written anew from there. What is not in the table is refused. A reply may be changed until it is decided:
 * sending it again while it waits keeps its place in the queue.
 */
export const REPLY_STATUSES = [
  "draft",
  "pending",
  "published",
  "changes_requested",
  "rejected",
  "removed",
  "withdrawn",
] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

export type ReplyEvent =
  /** By the technician. */
  | "submit"
  | "withdraw"
  /** By a moderator. */
  | "approve"
  | "request_changes"
  | "reject"
  | "remove";

const NEXT: Record<ReplyStatus, Partial<Record<ReplyEvent, ReplyStatus>>> = {
  draft: { submit: "pending", withdraw: "withdrawn" },
  pending: {
    submit: "pending",
    withdraw: "withdrawn",
    approve: "published",
    request_changes: "changes_requested",
    reject: "rejected",
  },
  published: { withdraw: "withdrawn", remove: "removed" },
  changes_requested: { submit: "pending", withdraw: "withdrawn" },
  rejected: {},
  removed: {},
  withdrawn: { submit: "pending" },
};

export const { next: nextReplyStatus, before: replyStatusesBefore } = transitions(REPLY_STATUSES, NEXT);

/** A reply's state in the words of whoever wrote it. */
export const REPLY_STATUS_WORDS: Record<ReplyStatus, string> = {
  draft: "Not sent yet",
  pending: "Waiting for a moderator",
  published: "Published",
  changes_requested: "A moderator asked for a change",
  rejected: "Not published",
  removed: "Removed after a report",
  withdrawn: "Withdrawn by you",
};
