import { ADDITION_STATUSES } from "#app/domain/reviews/addition-states.ts";
import type { AdditionTable } from "#app/domain/reviews/addition-states.ts";
import { transitions } from "#app/platform/transition-table.ts";

/*
 * The life of a technician's reply, one per review. States: draft -> pending -> published | changes_requested |
 * rejected; changes_requested -> pending; published -> removed after a report; withdrawn by the technician at any
 * time, and written anew from there. What is not in the table is refused. A reply may be changed until it is decided:
 * sending it again while it waits keeps its place in the queue.
 */
const NEXT: AdditionTable = {
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

export const { next: nextReplyStatus } = transitions(ADDITION_STATUSES, NEXT);
