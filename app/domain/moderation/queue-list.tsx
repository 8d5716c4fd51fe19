import { Moment } from "#app/domain/moderation/moment.tsx";
import type { Claim, QueueRow, Waiting } from "#app/domain/moderation/queue.ts";
import { plural } from "#app/ui/format.ts";

/** What waits, as a table: the longest wait first. Few columns, so that a phone shows how long without scrolling. */
export function QueueList({
  rows,
  label,
  hasSignals = true,
  isBlind = true,
}: {
  rows: readonly QueueRow[];
  label: string;
  hasSignals?: boolean;
  /** Whether it lists texts with stars that are kept from moderators. */
  isBlind?: boolean;
}) {
  if (rows.length === 0) return <p>Nothing waits here.</p>;
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table queue">
        <caption>{`Longest wait first.${isBlind ? " Stars play no part and are not shown." : ""}`}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Waiting</th>
            {hasSignals ? <th scope="col">Signals</th> : null}
            <th scope="col">Open with</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <th scope="row">
                <a href={row.path}>{row.heading}</a>
                <span className="muted small queue-line">
                  {[aboutWords(row), row.remark].filter(Boolean).join(" · ")}
                </span>
              </th>
              <td>
                {row.waiting.waited}
                <span className="small queue-line">
                  <TimeLeft waiting={row.waiting} />
                </span>
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

/** "Authorisation of Ada Stone". */
function aboutWords({ what, kind, about }: QueueRow): string {
  return `${what === undefined ? (KIND_WORDS[kind] ?? kind) : `${what} of`} ${about}`;
}

const KIND_WORDS: Record<string, string> = {
  review: "Review of",
  follow_up: "Follow-up of",
  reply: "Reply of",
  appeal: "Appeal about a review of",
  report: "Report about a review of",
  evidence: "Evidence of",
  portfolio_case: "Portfolio case of",
  listing_claim: "Claim by",
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
