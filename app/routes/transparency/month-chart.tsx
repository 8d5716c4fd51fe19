import type { Outcomes } from "#app/domain/moderation/public-figures.ts";

const HEIGHT = 120;
const STEP = 40;
const WIDTH = 24;

const SHORT = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dayOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** "2026-03" as "March 2026". */
export const monthName = (month: string) => LONG.format(dayOf(month));

type Month = { month: string } & Outcomes;
const total = (month: Month) => month.published + month.changesRequested + month.rejected;

/** One column a month, from below: published, changes asked for, refused. Decoration of the table behind it. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const top = Math.max(1, ...months.map(total));
  return (
    <svg className="month-chart" viewBox={`0 0 ${months.length * STEP} ${HEIGHT + 42}`} aria-hidden="true">
      {months.map((month, at) => {
        const x = at * STEP + (STEP - WIDTH) / 2;
        const heights = [month.published, month.changesRequested, month.rejected].map((n) => (n / top) * HEIGHT);
        const [published = 0, changes = 0, rejected = 0] = heights;
        const base = HEIGHT + 18;
        return (
          <g key={month.month}>
            <rect className="chart-published" x={x} y={base - published} width={WIDTH} height={published} />
            <rect className="chart-changes" x={x} y={base - published - changes} width={WIDTH} height={changes} />
            <rect
              className="chart-rejected"
              x={x}
              y={base - published - changes - rejected}
              width={WIDTH}
              height={rejected}
            />
            <text x={x + WIDTH / 2} y={base - published - changes - rejected - 5}>
              {total(month)}
            </text>
            <text x={x + WIDTH / 2} y={base + 18}>
              {SHORT.format(dayOf(month.month))}
            </text>
          </g>
        );
      })}
      <path className="chart-line" d={`M0 ${HEIGHT + 18.5}h${months.length * STEP}`} />
    </svg>
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
