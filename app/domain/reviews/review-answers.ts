import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { SubRating } from "#app/domain/reviews/rating.ts";
import type { ReviewRelationship } from "#app/domain/reviews/review.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";

/*
 * What a client answers in the review form, before and when it is sent. A draft may lack anything; what is sent may
 * not. Lengths are the database's.
 */
export const LONGEST_TITLE = 120;
export const LONGEST_TEXT = 5_000;
/** "Great" alone helps nobody: about one full sentence. */
export const SHORTEST_TEXT = 40;
export const LONGEST_INCENTIVE_NOTE = 300;
export const MOST_SESSIONS = 20;
const EARLIEST_SESSION = "2000-01-01";
/** Somewhere it is already tomorrow. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

export const OVERALL_WORDS = {
  1: "very poor",
  2: "worse than expected",
  3: "as expected",
  4: "better than expected",
  5: "excellent",
} as const;

export const RELATIONSHIPS: Record<ReviewRelationship, string> = {
  none: "No, we only know each other from the treatment",
  friend_or_family: "I am a friend or a relative",
  employee: "I work, or worked, for them or with them",
  competitor: "I offer the same treatments myself, or work for somebody who does",
};

export type ReviewAnswers = Record<SubRating, number | null> & {
  overall: number | null;
  needleOpened: boolean | null;
  wouldRecommend: boolean | null;
  treatment: Treatment | null;
  sessions: number | null;
  /** A day: "2026-03-08". */
  lastSessionOn: string | null;
  /** Minor units; null without a currency, too. */
  pricePaid: number | null;
  currency: string | null;
  title: string;
  text: string;
  /** Only what the author agreed to have kept. */
  concern: Concern | null;
  /** Null: not answered yet. */
  relationship: ReviewRelationship | null;
  isIncentivised: boolean | null;
  incentiveNote: string | null;
};

/** The last day that anybody's calendar shows at this moment. */
export function latestDay(now: Date): string {
  return new Date(now.getTime() + FURTHEST_AHEAD_MS).toISOString().slice(0, 10);
}

/**
 * What keeps a review from being sent, in words for its author, by field; empty when nothing does. Bounds of single
 * fields are the schema's.
 */
export function judgeAnswers(answers: ReviewAnswers, isAttested: boolean, now: Date): Record<string, string> {
  const errors: Record<string, string> = {};
  if (answers.overall === null) errors["overall"] = "Choose an overall rating from 1 to 5.";
  if (answers.treatment === null) errors["treatment"] = "Choose the treatment that you had.";
  if (answers.lastSessionOn === null)
    errors["lastSessionOn"] = "Give the day of your last session, as well as you know it.";
  else if (answers.lastSessionOn > latestDay(now))
    errors["lastSessionOn"] = "This day is in the future. Give the day of your last session so far.";
  else if (answers.lastSessionOn < EARLIEST_SESSION)
    errors["lastSessionOn"] = "This day is before the year 2000. Check the year.";
  if (answers.text.length < SHORTEST_TEXT) {
    errors["text"] = `Write at least ${SHORTEST_TEXT} characters: what happened, or how it turned out.`;
  }
  if (answers.relationship === null) errors["relationship"] = "Say whether you know the technician in another way.";
  else if (answers.relationship === "employee" || answers.relationship === "competitor") {
    errors["relationship"] = `This review can’t be sent. ${REVIEW_RULES.insider_or_competitor}`;
  }
  if (answers.isIncentivised === null) errors["isIncentivised"] = "Say whether you got anything for this review.";
  else if (answers.isIncentivised && (answers.incentiveNote ?? "").length < 3) {
    errors["incentiveNote"] = "Say what you got, or what you were promised.";
  }
  if (!isAttested)
    errors["attestation"] = "Read this statement and tick it if it is true. Without it nothing can be published.";
  return errors;
}
