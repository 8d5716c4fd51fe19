import type { Day } from "#app/domain/criteria/evidence.ts";
import { SPANS } from "#app/domain/insights/figures.ts";
import type { Figure, FigureKind, Span } from "#app/domain/insights/figures.ts";
import { Chart, FigureTable } from "#app/ui/chart.tsx";
import { ColumnChart } from "#app/ui/column-chart.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay, formatNumber, plural } from "#app/ui/format.ts";

const KINDS: Record<FigureKind, { title: string; one: string; many?: string; note: string }> = {
  profile_view: { title: "Profile views", one: "view", note: "Your profile was opened." },
  search_appearance: {
    title: "Appearances in search",
    one: "appearance",
    note: "Your card was on a page of results that somebody saw.",
  },
  shortlist: { title: "Shortlists", one: "time", note: "Somebody put you on their shortlist." },
  enquiry: { title: "Enquiries", one: "enquiry", many: "enquiries", note: "Somebody wrote to you through Hairline." },
  review: { title: "Reviews", one: "review", note: "A review of you was published." },
};
const EACH: Record<Span, string> = { week: "week", month: "month" };
const ROW_HEADS: Record<Span, string> = { week: "Week from", month: "Month" };
/** Fewer than this say little: one more or less changes the picture. */
const FEW = 10;

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const LONG_MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

type Props = { figures: readonly Figure[]; span: Span; today: Day; isPublic: boolean };

/** What became of the profile, as charts with their tables. */
export function FiguresSection({ figures, span, today, isPublic }: Props) {
  const isEmpty = figures.every(({ total }) => total === 0);
  return (
    <section className="stack" aria-labelledby="figures">
      <h2 id="figures">In figures</h2>
      <nav className="row" aria-label="Time of the figures">
        {(Object.keys(SPANS) as Span[]).map((key) => (
          <a
            key={key}
            className="chip"
            href={key === "week" ? "/studio#figures" : "/studio?span=month#figures"}
            aria-current={key === span ? "true" : undefined}
          >
            {`Last ${SPANS[key]}`}
          </a>
        ))}
      </nav>
      {isEmpty ? (
        <p>
          {isPublic
            ? `Nothing was counted in the last ${SPANS[span]} yet. Views and appearances show here within a minute.`
            : "Once your profile is public, views, appearances in search, shortlists, enquiries and reviews are counted here."}
        </p>
      ) : (
        <div className="figures">
          {figures.map((figure) => (
            <OneFigure key={figure.kind} {...figure} span={span} />
          ))}
        </div>
      )}
      <Disclosure summary="Counted without tracking anybody">
        <p>
          {`We add up numbers for each day, and keep nothing about who it was: no cookie, no address, no browser. So two views may be one person, and nobody can say which. Days are those of UTC, up to ${formatDay(today)}. Your own views, those of moderators and of robots that say so are left out. Counts are deleted after 24 months.`}
        </p>
      </Disclosure>
    </section>
  );
}

function OneFigure({ kind, total, columns, span }: Figure & { span: Span }) {
  const { title, one, many = `${one}s`, note } = KINDS[kind];
  const few = total > 0 && total < FEW ? ", few" : "";
  return (
    <section className="stack stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <p>
        <strong className="figure-total">{formatNumber(total)}</strong>
        <span className="muted">{` in the last ${SPANS[span]}. ${note}`}</span>
      </p>
      <Chart
        caption={`${title} by ${EACH[span]} (n = ${plural(total, one, many)}${few})`}
        table={
          <FigureTable
            caption={`${title} by ${EACH[span]}`}
            heads={[ROW_HEADS[span], title]}
            rows={columns.map(({ start, count }) => [
              span === "week" ? formatDay(start) : LONG_MONTH.format(dateOf(start)),
              count,
            ])}
          />
        }
      >
        <ColumnChart
          columns={columns.map(({ start, count }, at) => {
            const month = MONTH.format(dateOf(start));
            const before = columns[at - 1];
            const isNew = before === undefined || before.start.slice(0, 7) !== start.slice(0, 7);
            return {
              key: start,
              parts: [{ kind: "chart-plain", value: count }],
              label: span === "week" ? String(Number(start.slice(8))) : month,
              below: span === "week" ? (isNew ? month : "") : undefined,
            };
          })}
        />
      </Chart>
    </section>
  );
}
