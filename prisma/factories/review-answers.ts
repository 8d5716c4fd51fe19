import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";

/** What a client answers in the review form, complete: it may be sent as it is. */
export function fullAnswers(overrides: Partial<ReviewAnswers> = {}): ReviewAnswers {
  return {
    overall: 4,
    understanding: 5,
    sterile: 5,
    dedication: null,
    portfolio: 4,
    needleOpened: true,
    wouldRecommend: true,
    treatment: "hairline",
    sessions: 3,
    lastSessionOn: "2026-05-04",
    pricePaid: 125_000,
    currency: "GBP",
    title: "Careful work",
    text: "Three sessions in a clean room, and the hairline is what we had drawn together.",
    concern: null,
    relationship: "none",
    isIncentivised: false,
    incentiveNote: null,
    ...overrides,
  };
}
