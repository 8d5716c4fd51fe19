import { FEW_REVIEWS_BELOW, shownMean } from "#app/domain/reviews/rating.ts";
import { BarDistribution, TinyDistribution } from "#app/ui/bar-distribution.tsx";
import { plural } from "#app/ui/format.ts";
import { Stars } from "#app/ui/stars.tsx";

/** "37 reviews"; "few reviews (3)" where there are too few to lean on. */
function countWords(count: number): string {
  return count < FEW_REVIEWS_BELOW ? `few reviews (${count})` : plural(count, "review");
}

/** Mean, count and distribution, always together: a mean alone says too little. `counts` is for 1, 2, 3, 4, 5 stars. */
export function RatingSummary({
  count,
  mean,
  counts,
  size,
}: {
  count: number;
  mean: number | null;
  counts: readonly number[];
  size: "card" | "profile";
}) {
  if (count === 0 || mean === null) return <p className="muted">No reviews yet</p>;
  const bars = counts.map((value, index) => ({ label: plural(index + 1, "star"), value }));
  if (size === "card") {
    return (
      <p className="rating figures">
        <span>
          <b>{shownMean(mean)}</b>
          {` out of 5 · ${countWords(count)}`}
        </span>
        <TinyDistribution bars={bars} />
      </p>
    );
  }
  return (
    <div className="rating-wide">
      <p className="rating-mean">
        <Stars value={mean} />
      </p>
      <p className="muted">{`Plain mean of ${countWords(count)}`}</p>
      <BarDistribution bars={[...bars].reverse()} label="Reviews by stars" />
    </div>
  );
}
