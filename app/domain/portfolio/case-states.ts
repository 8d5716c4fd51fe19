import { transitions } from "#app/platform/transition-table.ts";

export const CASE_STATUSES = ["draft", "submitted", "published", "changes_requested", "rejected", "withdrawn"] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export type CaseEvent =
  /** By whoever keeps the profile. */
  | "submit"
  | "take_back"
  /** To change what is published: nobody sees it meanwhile. */
  | "reopen"
  /** By a moderator. */
  | "publish"
  | "request_changes"
  | "reject"
  /** For good, by whoever keeps the profile or by the person in the pictures. */
  | "withdraw";

const TABLE: Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>> = {
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: {
    take_back: "draft",
    publish: "published",
    request_changes: "changes_requested",
    reject: "rejected",
    withdraw: "withdrawn",
  },
  published: { reopen: "draft", withdraw: "withdrawn" },
  changes_requested: { submit: "submitted", withdraw: "withdrawn" },
  rejected: { withdraw: "withdrawn" },
  withdrawn: {},
};

/** What an event makes of a state, or null; and the states that an event is possible in. */
export const { next: nextCaseStatus, before: caseStatusesBefore } = transitions(CASE_STATUSES, TABLE);

/** States in which its technician can change the words and pictures. */
export const CHANGEABLE_CASES = caseStatusesBefore("submit");

export const CASE_STATUS_WORDS: Record<CaseStatus, string> = {
  draft: "Draft",
  submitted: "Being checked",
  published: "Published",
  changes_requested: "Changes asked for",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};
