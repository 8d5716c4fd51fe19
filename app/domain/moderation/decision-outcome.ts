import type { DecisionKind } from "#app/domain/moderation/decision.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Mail } from "#app/platform/mail.ts";

/** What a moderator sends: the text's id, the version they read, and what becomes of it. */
export type TextDecision = {
  id: string;
  version: number;
  decision: DecisionKind;
  reason: ReviewReason | null;
  note: string | null;
  /** For `redact`: title and text with the passages in double brackets. */
  title?: string | undefined;
  text?: string | undefined;
};

/** What was carried out: to be recorded, and told to whom it concerns. */
export type Outcome = {
  fromState: string;
  toState: string;
  stars: number | null;
  waitingSince: Date | null;
  mails: Mail[];
};
