import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import { SUB_RATINGS, shownMean } from "#app/domain/reviews/rating.ts";
import type { SubRating } from "#app/domain/reviews/rating.ts";
import { plural } from "#app/ui/format.ts";

function figure(value: number | null): string {
  return value === null ? "Not rated" : `${shownMean(value)} out of 5`;
}

/** What clients were asked about each criterion; two of the six are matters of fact and are never rated. */
export function SubRatings({
  values,
  answers,
}: {
  values: Record<SubRating, number | null>;
  /** How many reviews answered each; left out for a single review. */
  answers?: Record<SubRating, number>;
}) {
  return (
    <dl className={answers ? "sub-ratings figures" : "facts-inline figures"}>
      {SUB_RATINGS.map((criterion) => {
        const value = values[criterion];
        if (answers === undefined && value === null) return null;
        const count = answers && value !== null ? ` (${plural(answers[criterion], "answer")})` : "";
        return (
          <div key={criterion}>
            <dt>{CRITERIA[criterion].clientQuestion}</dt>
            <dd>{`${answers ? figure(value) : `${value ?? "-"} out of 5`}${count}`}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The clients' side of one criterion, in a line to stand beside its evidence. */
export function SubRatingLine({
  criterion,
  value,
  answers,
}: {
  criterion: SubRating;
  value: number | null;
  answers: number;
}) {
  return (
    <p className="figures">
      {`Clients, asked “${CRITERIA[criterion].clientQuestion}”: `}
      {value === null ? "not rated yet." : <b>{`${figure(value)} (${plural(answers, "answer")})`}</b>}
    </p>
  );
}
