import type { Signal } from "#app/domain/reviews/signals/signal.ts";

/** Days after signing up in which an account counts as new. */
const NEW_DAYS = 7;

export type AccountFacts = {
  /** Age of the account when the review was sent. */
  accountDays: number;
  otherReviewCount: number;
  overall: number | null;
};

/**
 * An account that was made for one review at either end of the scale. The words say only that it is new: which end it
 * is, the moderator learns after the decision like everybody.
 */
export function findNewAccount({ accountDays, otherReviewCount, overall }: AccountFacts): Signal | null {
  const isExtreme = overall === 1 || overall === 5;
  if (!isExtreme || accountDays > NEW_DAYS || otherReviewCount > 0) return null;
  return {
    kind: "new_account_extreme",
    detail: "The account was new when it sent this review, and it is its only one.",
    relatedIds: [],
  };
}
