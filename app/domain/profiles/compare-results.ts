import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import { RESULT_STAGES, stageOfCase } from "#app/domain/portfolio/portfolio-case.ts";
import { counted, plainFact } from "#app/domain/profiles/compare-fact.ts";
import type { CompareFact } from "#app/domain/profiles/compare-fact.ts";
import { listNameOf, registerOf } from "#app/domain/registers/register.ts";
import { FEW_REVIEWS_BELOW, SUB_RATINGS, shownMean } from "#app/domain/reviews/rating.ts";

const NO_REVIEWS = "No reviews yet";

/** Cases by the age of their oldest result. A portfolio without any case is not known; an empty stage beside others is. */
export const RESULT_FACTS: readonly CompareFact[] = RESULT_STAGES.map(({ stage, label }) =>
  plainFact(label, ({ cases }) => {
    if (cases.length === 0) return null;
    const count = cases.filter((one) => stageOfCase(one) === stage).length;
    return count === 0 ? "None" : counted(count, "case");
  }),
);

export const INSPECTION_FACTS: readonly CompareFact[] = [
  {
    label: "Latest inspection",
    unknown: "None on record here",
    read: ({ inspections: [latest] }) => {
      if (!latest) return null;
      const source = registerOf(latest.source)?.title ?? listNameOf(latest.source);
      return [
        [
          [INSPECTION_OUTCOMES[latest.outcome]],
          [{ day: latest.inspectedOn }],
          [latest.premisesName],
          ...(source === null ? [] : [[`Source: ${source}`]]),
        ],
      ];
    },
  },
];

/** Means with the n behind them: figures of reviews that readers can see, never a score. */
export const REVIEW_FACTS: readonly CompareFact[] = [
  plainFact(
    "Mean of reviews",
    ({ rating: { count, mean } }) => {
      if (count === 0 || mean === null) return null;
      const few = count < FEW_REVIEWS_BELOW ? ", few reviews" : "";
      return `${shownMean(mean)} out of 5 (${counted(count, "review")}${few})`;
    },
    NO_REVIEWS,
  ),
  ...SUB_RATINGS.map((key) =>
    plainFact(
      `“${CRITERIA[key].clientQuestion}”`,
      ({ rating: { subRatings, subRatingAnswers } }) => {
        const value = subRatings[key];
        return value === null ? null : `${shownMean(value)} out of 5 (${counted(subRatingAnswers[key], "answer")})`;
      },
      "Not rated yet",
    ),
  ),
  plainFact(
    "Would recommend",
    ({ rating: { recommendCount, recommendAnswers } }) =>
      recommendAnswers === 0 ? null : `${recommendCount} of ${counted(recommendAnswers, "client")}`,
    "Nobody has answered yet",
  ),
];
