import { describeWait, LEAST_DECISIONS } from "#app/domain/moderation/public-figures.ts";
import type { PublicFigures } from "#app/domain/moderation/public-figures.ts";
import { FigureTable } from "#app/ui/chart.tsx";
import { formatNumber, plural } from "#app/ui/format.ts";

const KINDS: Record<string, string> = {
  review: "Reviews",
  follow_up: "Follow-ups",
  reply: "Replies by technicians",
  report: "Reports",
  appeal: "Appeals",
  evidence: "Evidence of technicians",
  portfolio_case: "Portfolio cases",
};
const kindOf = (kind: string) => KINDS[kind] ?? kind;

const shareOf = (part: number, whole: number) =>
  whole < LEAST_DECISIONS ? "too few" : `${formatNumber((part / whole) * 100)}%`;

/** Why reviews were sent back, refused or removed. */
export function ByReason({ reasons, reasonLabels }: PublicFigures & { reasonLabels: Record<string, string> }) {
  if (reasons.length === 0) return <p>No review was sent back, refused or removed in this time.</p>;
  return (
    <>
      <FigureTable
        caption="Decisions against a review, by reason"
        heads={["Reason", "Changes asked for", "Refused", "Removed"]}
        rows={reasons.map((row) => [
          reasonLabels[row.reason] ?? row.reason,
          row.changesRequested,
          row.rejected,
          row.removed,
        ])}
      />
      <p>
        <a href="/policies/reviews#reasons">The rule behind each reason</a>
      </p>
    </>
  );
}

/** Reviews that had been public. */
export function Removals({ investigated, withdrawn }: PublicFigures) {
  const { removed, cleared } = investigated;
  return (
    <p>
      {`${plural(removed, "published review was", "published reviews were")} removed by a moderator after a look into them, and ${formatNumber(cleared)} stayed. ${plural(withdrawn, "published review was", "published reviews were")} withdrawn by their own authors. None was removed by a technician: technicians have no way to do it.`}
    </p>
  );
}

export function Appeals({ appeals: { filed, upheld, overturned, open } }: PublicFigures) {
  const closed = upheld + overturned;
  return (
    <>
      <p>Every appeal is decided by another moderator than the first decision.</p>
      <FigureTable
        caption={`Appeals: ${formatNumber(filed)} filed, ${formatNumber(closed)} decided`}
        heads={["Time", "Filed", "First decision kept", "First decision overturned", "Share overturned", "Open now"]}
        rows={[["Last 12 months", filed, upheld, overturned, shareOf(overturned, closed), open]]}
      />
    </>
  );
}

export function Reports({ reports }: PublicFigures) {
  const rows = [true, false].map((isByTechnician) => {
    const found = reports.find((row) => row.isByTechnician === isByTechnician);
    const { filed, upheld, dismissed, open } = found ?? { filed: 0, upheld: 0, dismissed: 0, open: 0 };
    const name = isByTechnician ? "The technician whose profile it is" : "Everybody else";
    return [name, filed, upheld, dismissed, shareOf(upheld, upheld + dismissed), open] as const;
  });
  return (
    <>
      <p>
        Reports by technicians are counted apart, so that it can be seen whether they are listened to more than others.
        A report is upheld when a rule was broken; disagreeing with a review is no reason.
      </p>
      <FigureTable
        caption="Reports by who sent them"
        heads={["Sent by", "Filed", "Upheld", "Dismissed", "Share upheld", "Open now"]}
        rows={rows}
      />
    </>
  );
}

export function Others({ others }: PublicFigures) {
  if (others.length === 0) return <p>Nothing else was decided in this time.</p>;
  return (
    <FigureTable
      caption="Other decisions by moderators"
      heads={["About", "Accepted", "Refused, removed or sent back"]}
      rows={others.map(({ kind, accepted, refused }) => [kindOf(kind), accepted, refused])}
    />
  );
}

export function Waiting({ open }: PublicFigures) {
  if (open.length === 0) return <p>Nothing waits for a decision.</p>;
  return (
    <FigureTable
      caption="What waits for a decision now"
      heads={["About", "Waiting", "Median wait so far", "Longest wait"]}
      rows={open.map(({ kind, count, medianHours, oldestHours }) => [
        kindOf(kind),
        count,
        medianHours === null ? null : describeWait(Math.max(0, medianHours)),
        oldestHours === null ? null : describeWait(Math.max(0, oldestHours)),
      ])}
    />
  );
}
