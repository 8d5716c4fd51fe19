/*
 * The figures that Hairline publishes about its own moderation: counted from decisions, appeals and reports as they
 * stand in the database, never from who wrote or reported anything.
 */

/** Months shown, the running one included. */
const FIGURE_MONTHS = 12;
/** Below this many decisions a share moves a lot with each one: it is marked. */
export const FEW_DECISIONS = 20;
/** Below this many no share is given at all. */
export const LEAST_DECISIONS = 5;

/** What became of reviews at their first decision. Hours are counted around the clock, weekends included. */
export type Outcomes = {
  published: number;
  changesRequested: number;
  rejected: number;
  /** Median hours from the wait to the decision; null where no wait was recorded. */
  medianHours: number | null;
  /** Decisions with a recorded wait. */
  timed: number;
};

export type PublicFigures = {
  /** First day of the first month, and the moment of counting. */
  since: string;
  countedAt: string;
  all: Outcomes;
  /** Five stars first; `stars` null for decisions from before the stars were recorded. */
  bands: ({ stars: number | null } & Outcomes)[];
  /** Every month of the time, "2026-03", oldest first. */
  months: ({ month: string } & Outcomes)[];
  /** Decisions against a review, by reason. */
  reasons: { reason: string; changesRequested: number; rejected: number; removed: number }[];
  /** Reviews that were looked into after publication: taken down, or cleared. */
  investigated: { removed: number; cleared: number };
  /** Published reviews that their own authors withdrew. */
  withdrawn: number;
  appeals: { filed: number; upheld: number; overturned: number; open: number };
  reports: { isByTechnician: boolean; filed: number; upheld: number; dismissed: number; open: number }[];
  /** Other subjects: what was let through, and what was not. */
  others: { kind: string; accepted: number; refused: number }[];
  /** What waits now. Hours since the oldest began to wait; median of all. */
  open: { kind: string; count: number; oldestHours: number | null; medianHours: number | null }[];
  /** How many of the decisions counted above are invented, to try Hairline out. */
  sampleCount: number;
};

/** First decisions that settled the matter, for or against: those that asked for changes come back. */
export function settled({ published, rejected }: Outcomes): number {
  return published + rejected;
}

/** Share of settled first decisions that published the review, 0 to 1; null when there are too few to say. */
export function approvalShare(outcomes: Outcomes): number | null {
  const count = settled(outcomes);
  return count < LEAST_DECISIONS ? null : outcomes.published / count;
}

/** "2026-03" for each of the last months, oldest first, in UTC. */
export function monthsUntil(now: Date): string[] {
  return Array.from({ length: FIGURE_MONTHS }, (_, at) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (FIGURE_MONTHS - 1 - at), 1));
    return month.toISOString().slice(0, 7);
  });
}

/** A wait in words: "35 minutes", "26 hours", "2.4 days". */
export function describeWait(hours: number): string {
  if (hours < 1) return counted(Math.max(1, Math.round(hours * 60)), "minute");
  if (hours < 48) return counted(Math.round(hours), "hour");
  const days = hours / 24;
  return counted(days < 10 ? Number(days.toFixed(1)) : Math.round(days), "day");
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
