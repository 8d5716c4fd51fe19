import { Moment } from "#app/domain/moderation/moment.tsx";
import type { Claim, QueueRow, Waiting } from "#app/domain/moderation/queue.ts";
import { plural } from "#app/ui/format.ts";

/** What waits, as a table: the longest wait first. Wide tables scroll in their own frame. */
export function QueueList({
  rows,
  label,
  hasSignals = true,
}: {
  rows: readonly QueueRow[];
  label: string;
  hasSignals?: boolean;
}) {
  if (rows.length === 0) return <p>Nothing waits here.</p>;
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table queue">
        <caption>Longest wait first. Stars play no part and are not shown.</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Waiting</th>
            <th scope="col">Target</th>
            {hasSignals ? <th scope="col">Signals</th> : null}
            <th scope="col">Open with</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <th scope="row">
                <a href={row.path}>{row.heading}</a>
                <span className="muted small queue-kind">{`${KIND_WORDS[row.kind] ?? row.kind}${row.remark ? `. ${row.remark}` : ""}`}</span>
              </th>
              <td>{row.about}</td>
              <td>{row.waiting.waited}</td>
              <td>
                <TimeLeft waiting={row.waiting} />
              </td>
              {hasSignals ? <td>{signalWords(row)}</td> : null}
              <td>
                <ClaimWords claim={row.claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KIND_WORDS: Record<string, string> = {
  review: "Review",
  follow_up: "Follow-up",
  reply: "Reply",
  appeal: "Appeal",
  report: "Report",
};

export function TimeLeft({ waiting }: { waiting: Waiting }) {
  return <span className={waiting.isOver ? "chip chip-amber" : undefined}>{waiting.left}</span>;
}

function signalWords({ kind, signalCount }: QueueRow): string {
  if (signalCount === null) return kind === "review" ? "Not looked for yet" : "";
  return signalCount === 0 ? "None" : plural(signalCount, "signal");
}

function ClaimWords({ claim }: { claim: Claim | null }) {
  if (claim === null) return <span className="muted">Nobody</span>;
  return (
    <>
      {claim.isMine ? "You" : claim.by}
      {", until "}
      <Moment at={claim.until} isTimeOnly />
    </>
  );
}
