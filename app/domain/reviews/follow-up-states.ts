import { ADDITION_STATUSES } from "#app/domain/reviews/addition-states.ts";
import type { AdditionTable } from "#app/domain/reviews/addition-states.ts";
import { transitions } from "#app/platform/transition-table.ts";

/*
 * The life of a follow-up, one a review and month. States: draft -> pending -> published | changes_requested |
 * rejected; changes_requested -> pending; published -> removed after a report; withdrawn by its author at any time.
 * What is not in the table is refused.
 */
const NEXT: AdditionTable = {
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

export const { next: nextFollowUpStatus, before: followUpStatusesBefore } = transitions(ADDITION_STATUSES, NEXT);
