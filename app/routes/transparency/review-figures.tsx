import { approvalShare, describeWait, FEW_DECISIONS, settled } from "#app/domain/moderation/public-figures.ts";
import type { Outcomes, PublicFigures } from "#app/domain/moderation/public-figures.ts";
import { DECISION_TARGET_DAYS } from "#app/domain/reviews/review-rules.ts";
import { Chart, FigureTable, ShareBars } from "#app/ui/chart.tsx";
import { MonthChart, MonthKey, monthName } from "#app/routes/transparency/month-chart.tsx";
import { formatNumber, plural } from "#app/ui/format.ts";

const percent = (share: number) => `${formatNumber(share * 100)}%`;
const wait = (hours: number | null) => (hours === null ? null : describeWait(hours));
const starsOf = (stars: number | null) => (stars === null ? "Not recorded" : plural(stars, "star"));
const few = (count: number) => (count < FEW_DECISIONS ? ", few" : "");

function shareWords(outcomes: Outcomes): string {
  const share = approvalShare(outcomes);
  const count = settled(outcomes);
  return share === null ? `too few (n = ${count})` : `${percent(share)} (n = ${formatNumber(count)}${few(count)})`;
}

/** Every number of stars with what was decided about it: the test of "good and bad reviews go the same way". */
export function ByStars({ all, bands }: PublicFigures) {
  const longest = Math.max(1, ...bands.map((band) => band.medianHours ?? 0));
  const rows = [...bands.map((band) => ({ name: starsOf(band.stars), ...band })), { name: "All", ...all }];
  return (
    <>
      <p>
        The moderator does not see the stars before deciding. Were bad reviews refused more often than good ones, or
        kept waiting longer, it would show here.
      </p>
      <Chart
        caption={`Share of reviews that were published, of the ${plural(settled(all), "review")} published or refused at their first decision`}
        table={
          <FigureTable
            caption="First decisions by number of stars"
            heads={["Stars", "Published", "Changes asked for", "Refused", "Share published"]}
            rows={rows.map((row) => {
              const share = approvalShare(row);
              return [
                row.name,
                row.published,
                row.changesRequested,
                row.rejected,
                share === null ? "too few" : percent(share),
              ];
            })}
          />
        }
      >
        <ShareBars
          label="Share published, by stars"
          bars={bands.map((band) => ({
            label: starsOf(band.stars),
            share: approvalShare(band),
            words: shareWords(band),
          }))}
        />
      </Chart>
      <Chart
        caption={`Median time from the wait to the first decision, of ${plural(all.timed, "decision")} with a recorded wait`}
        table={
          <FigureTable
            caption="Median time to a first decision by number of stars"
            heads={["Stars", "Decisions with a recorded wait", "Median time"]}
            rows={rows.map((row) => [row.name, row.timed, wait(row.medianHours)])}
          />
        }
      >
        <ShareBars
          label="Median time to a decision, by stars"
          bars={bands.map(({ stars, medianHours, timed }) => ({
            label: starsOf(stars),
            share: medianHours === null ? null : medianHours / longest,
            words: `${wait(medianHours) ?? "none"} (n = ${formatNumber(timed)}${few(timed)})`,
          }))}
        />
      </Chart>
      <p className="muted small">
        {`“Few” marks figures from fewer than ${FEW_DECISIONS} decisions: one more can change them a lot. Reviews sent back for changes are decided again and counted again then.`}
      </p>
    </>
  );
}

/** First decisions over time. */
export function ByMonth({ all, months }: PublicFigures) {
  const count = all.published + all.changesRequested + all.rejected;
  return (
    <>
      <p>
        {all.medianHours === null
          ? `Our target is a decision within ${plural(DECISION_TARGET_DAYS, "working day")}. No wait was recorded yet.`
          : `Half of all reviews were decided within ${describeWait(all.medianHours)}, nights and weekends counted. Our target is ${plural(DECISION_TARGET_DAYS, "working day")}.`}
      </p>
      <Chart
        caption={`First decisions on reviews by month, ${formatNumber(count)} in all`}
        table={
          <FigureTable
            caption="First decisions on reviews by month"
            heads={["Month", "Published", "Changes asked for", "Refused", "Median time"]}
            rows={months.map((row) => [
              monthName(row.month),
              row.published,
              row.changesRequested,
              row.rejected,
              wait(row.medianHours),
            ])}
          />
        }
      >
        <MonthChart months={months} />
        <MonthKey />
      </Chart>
    </>
  );
}
