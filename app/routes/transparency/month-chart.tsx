import type { Outcomes } from "#app/domain/moderation/public-figures.ts";
import { ColumnChart } from "#app/ui/column-chart.tsx";

const SHORT = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dayOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** "2026-03" as "March 2026". */
export const monthName = (month: string) => LONG.format(dayOf(month));

type Month = { month: string } & Outcomes;

/** One column a month, from below: published, changes asked for, refused. Decoration of the table behind it. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  return (
    <ColumnChart
      columns={months.map(({ month, published, changesRequested, rejected }) => ({
        key: month,
        label: SHORT.format(dayOf(month)),
        parts: [
          { kind: "chart-published", value: published },
          { kind: "chart-changes", value: changesRequested },
          { kind: "chart-rejected", value: rejected },
        ],
      }))}
    />
  );
}

/** What the parts of a column are, each by its pattern and its word. */
export function MonthKey() {
  return (
    <ul className="chart-key small">
      {[
        ["chart-published", "Published"],
        ["chart-changes", "Changes asked for"],
        ["chart-rejected", "Refused"],
      ].map(([kind, label]) => (
        <li key={kind}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect className={kind} x="1" y="1" width="10" height="10" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
