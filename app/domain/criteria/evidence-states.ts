import { EVIDENCE_STATUSES } from "#app/domain/criteria/criterion.ts";
import type { EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import { transitions } from "#app/platform/transition-table.ts";

/*
 * How the state of one piece of evidence moves. A verified paper is never edited: what replaces it is a row of its own,
 * which supersedes it once it is verified.
 */
export type EvidenceEvent =
  /** By whoever keeps the profile. */
  | "submit"
  | "give_up"
  /** By a moderator. */
  | "open"
  | "verify"
  | "ask_better_copy"
  | "reject"
  /** A moderator found a verified paper doubtful or revoked: it counts for nothing until a second one has looked. */
  | "hold"
  | "reinstate"
  | "withdraw"
  /** By the clock. */
  | "expire"
  /** Because a newer paper was verified. */
  | "supersede";

const TABLE: Record<EvidenceStatus, Partial<Record<EvidenceEvent, EvidenceStatus>>> = {
  declared: { submit: "submitted", give_up: "withdrawn" },
  submitted: {
    open: "in_check",
    verify: "verified",
    ask_better_copy: "needs_better_copy",
    reject: "rejected",
    give_up: "withdrawn",
  },
  in_check: {
    // Opened again after a claim lapsed, by anybody.
    open: "in_check",
    verify: "verified",
    ask_better_copy: "needs_better_copy",
    reject: "rejected",
    reinstate: "verified",
    withdraw: "withdrawn",
    give_up: "withdrawn",
  },
  verified: {
    hold: "in_check",
    withdraw: "withdrawn",
    expire: "expired",
    supersede: "superseded",
    give_up: "withdrawn",
  },
  needs_better_copy: { submit: "submitted", give_up: "withdrawn" },
  rejected: {},
  expired: { supersede: "superseded" },
  superseded: {},
  withdrawn: {},
};

/** What an event makes of a state, or null; and the states that an event is possible in. */
export const { next: nextEvidenceStatus, before: evidenceStatusesBefore } = transitions(EVIDENCE_STATUSES, TABLE);
