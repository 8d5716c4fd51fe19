import type { ReviewReason } from "#app/domain/reviews/review.ts";

/*
 * Somebody says that a review breaks a rule. States: open -> claimed -> upheld | dismissed. Anybody may report, with or
 * without an account; who it was is told to nobody but moderators. A report about harm or personal data may hide the
 * review until it is decided, when a moderator says so; every other reported review stays visible.
 */
export const REPORT_STATUSES = ["open", "claimed", "upheld", "dismissed"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export type ReportEvent = "claim" | "uphold" | "dismiss";

const NEXT: Record<ReportStatus, Partial<Record<ReportEvent, ReportStatus>>> = {
  open: { claim: "claimed" },
  // Somebody opened it; the claim itself may have lapsed since.
  claimed: { claim: "claimed", uphold: "upheld", dismiss: "dismissed" },
  upheld: {},
  dismissed: {},
};

/** What an event makes of a report, or null where the event is not possible in its state. */
export function nextReportStatus(status: ReportStatus, event: ReportEvent): ReportStatus | null {
  return NEXT[status][event] ?? null;
}

/** The states that an event is possible in: for the `where` of a compare-and-swap. */
export function reportStatusesBefore(event: ReportEvent): ReportStatus[] {
  return REPORT_STATUSES.filter((status) => NEXT[status][event] !== undefined);
}

/** A report's state in the words of whoever sent it. */
export const REPORT_STATUS_WORDS: Record<ReportStatus, string> = {
  open: "Received, waiting for a moderator",
  claimed: "Being looked into by a moderator",
  upheld: "Upheld: the review was removed",
  dismissed: "Dismissed: the review stays",
};

/** For these the review may be hidden before the decision: what it shows can do harm while it is looked into. */
const HARMFUL: readonly ReviewReason[] = ["personal_data", "hate_or_threat", "photo_without_consent"];

export function mayHideFor(reason: ReviewReason): boolean {
  return HARMFUL.includes(reason);
}

export const MOST_EXPLANATION = 2_000;
export const LEAST_EXPLANATION = 20;

/** The field of the form that people don't see: only a program fills it in. */
export const TRAP_FIELD = "website";
