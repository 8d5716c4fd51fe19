import type { Concern } from "#app/domain/technicians/vocabulary.ts";

/*
 * An enquiry is what a client asks one to three technicians, with a brief of what they want. Each technician has a thread
 * of their own, and its own state: sent -> answered -> consultation_booked -> treated | declined | closed | withdrawn.
 */
export const ENQUIRY_STATUSES = [
  "sent",
  "answered",
  "consultation_booked",
  "treated",
  "declined",
  "closed",
  "withdrawn",
] as const;
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number];

export const ENQUIRY_STATUS_WORDS: Record<EnquiryStatus, string> = {
  sent: "Waits for an answer",
  answered: "Answered",
  consultation_booked: "Consultation booked",
  treated: "Treated",
  declined: "Declined",
  closed: "Closed",
  withdrawn: "Withdrawn by the client",
};

/** Characters of one message. */
export const MOST_MESSAGE = 4_000;
/** Times that can be offered in one go, and that may stand open in a thread. */
export const TIMES_AT_ONCE = 3;
export const MOST_OPEN_TIMES = 6;
/** Minutes of a consultation. */
export const CONSULTATION_MINUTES = [15, 30, 45, 60, 90, 120] as const;
/** How far ahead a time may lie. */
export const MOST_DAYS_AHEAD = 365;

/** Whoever keeps the profile that a thread belongs to. */
export type ThreadKeeper = { userId: string; technicianId: string };

/** The thread as its form was shown: its id and version. */
export type ThreadTarget = { id: string; version: number };

/**
 * Why something was not done. `not_found`: no thread of the viewer's own. `changed`: somebody was faster, or the state
 * doesn't allow it any more; `status` is what it is now. `blocked`: nobody writes in it any more.
 */
export type ThreadRefusal = { kind: "not_found" } | { kind: "blocked" } | { kind: "changed"; status: EnquiryStatus };

export const threadChanged = (status: EnquiryStatus): ThreadRefusal => ({ kind: "changed", status });

/** "Be precise about what you want": what a client sends with an enquiry. What they left out is null or empty. */
export type Brief = {
  concern: Concern | null;
  scale: "norwood" | "ludwig" | "none";
  scaleBand: number | null;
  skinType: number | null;
  scars: string | null;
  hairlineStyle: string | null;
  wishes: string;
  /** Minor units. */
  budgetFrom: number | null;
  budgetTo: number | null;
  currency: string | null;
  preferredDates: string | null;
  questions: string[];
};
