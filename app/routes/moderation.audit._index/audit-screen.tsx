import type { AuditLine } from "#app/domain/moderation/list-audit.server.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import type { AuditView } from "#app/routes/moderation.audit._index/find-audit-view.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { formatDay, joinWords } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const FIELD_NAMES = { from: "From", to: "To", action: "Action", actor: "Actor", subject: "Subject" } as const;

/** A moment to the minute, in UTC: "8 March 2026, 14:05". */
const moment = (iso: string) => `${formatDay(iso)}, ${iso.slice(11, 16)}`;
const words = (name: string) => name.replaceAll("_", " ");

export function AuditScreen({ view }: { view: AuditView }) {
  const { lines, olderBefore, isNewest, filterQuery, ignored } = view;
  return (
    <div className="page stack stack-wide">
      <ModerationNav current="audit" />
      <header className="stack">
        <h1>Audit record</h1>
        <p className="prose">
          What was done, by whom and when. Rows can only be added, and each carries the hash of the row before it. They
          hold ids and states, never what somebody wrote.
        </p>
        <Standing standing={view.standing} />
      </header>
      <FilterForm view={view} />
      {ignored.length > 0 ? (
        <Notice tone="amber">{`Not understood and left out: ${joinWords(ignored.map((name) => FIELD_NAMES[name]))}.`}</Notice>
      ) : null}
      {lines.length === 0 ? <p>No row matches.</p> : <Rows lines={lines} />}
      <nav className="row" aria-label="Pages of the record">
        {isNewest ? null : <a href={pageHref(filterQuery)}>Newest rows</a>}
        {olderBefore === null ? null : (
          <a href={pageHref(filterQuery, olderBefore)} rel="next">
            Older rows
          </a>
        )}
      </nav>
      <ExportForm view={view} />
    </div>
  );
}

function pageHref(filterQuery: string, before?: string): string {
  const query = [filterQuery, before === undefined ? "" : `before=${before}`].filter(Boolean).join("&");
  return `/moderation/audit${query === "" ? "" : `?${query}`}`;
}

function Standing({ standing }: Pick<AuditView, "standing">) {
  if (standing === null) return <p className="muted">The record has not been verified yet.</p>;
  const { checkedAt, lastSequence, broken } = standing;
  if (broken) {
    return (
      <Notice tone="red">
        <strong>{`The record is broken at row ${broken.sequence}: ${broken.problem}.`}</strong>
        {` Found on ${moment(checkedAt)} UTC. Whoever runs this site has to look into it: npm run verify-audit.`}
      </Notice>
    );
  }
  return (
    <Notice>
      {lastSequence === "0"
        ? `Verified on ${moment(checkedAt)} UTC: no row yet.`
        : `Verified up to row ${lastSequence} on ${moment(checkedAt)} UTC.`}
    </Notice>
  );
}

function FilterForm({ view: { filter, actions } }: { view: AuditView }) {
  return (
    <form className="audit-filter card" method="get" action="/moderation/audit" role="search" aria-label="Audit record">
      <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ""} />
      <TextField label="To" name="to" type="date" defaultValue={filter.to ?? ""} />
      <TextField
        label="Action begins with"
        name="action"
        list="audit-actions"
        autoComplete="off"
        defaultValue={filter.action ?? ""}
      />
      <TextField label="Actor (id)" name="actor" autoComplete="off" defaultValue={filter.actorId ?? ""} />
      <TextField label="Subject (id or kind)" name="subject" autoComplete="off" defaultValue={filter.subject ?? ""} />
      <datalist id="audit-actions">
        {actions.map((action) => (
          <option key={action} value={action} />
        ))}
      </datalist>
      <div className="row">
        <Button type="submit">Show</Button>
        <a href="/moderation/audit">Show all</a>
      </div>
    </form>
  );
}

const only = (field: string, value: string) => `/moderation/audit?${new URLSearchParams([[field, value]]).toString()}`;

function Rows({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Rows, newest first">
      <table className="table audit-rows">
        <caption>Newest first; times in UTC. Numbers may skip, the chain of hashes does not.</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Row
            </th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">From, to</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.sequence}>
              <th scope="row" className="number">
                {line.sequence}
              </th>
              <td>
                <time dateTime={line.at}>{`${line.at.slice(0, 10)} ${line.at.slice(11, 19)}`}</time>
              </td>
              <td>
                {line.actorId === null ? (
                  <span className="muted">nobody signed in</span>
                ) : (
                  <a href={only("actor", line.actorId)}>{line.moderatorName ?? line.actorId}</a>
                )}
              </td>
              <td>{words(line.action)}</td>
              <td>
                {`${words(line.subjectKind)} `}
                <a href={only("subject", line.subjectId)}>{line.subjectId}</a>
              </td>
              <td>
                {[line.fromState, line.toState]
                  .filter(Boolean)
                  .map((state) => words(state ?? ""))
                  .join(" → ")}
              </td>
              <td>{line.reason === null ? "" : words(line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ExportForm({ view: { filter } }: { view: AuditView }) {
  const kept = {
    from: filter.from,
    to: filter.to,
    action: filter.action,
    actor: filter.actorId,
    subject: filter.subject,
  };
  return (
    <form className="card stack" method="post" action="/moderation/audit/export">
      <h2>Take these rows with you</h2>
      <p className="muted">
        All rows that match, oldest first, with their hashes. Your password is asked for if you gave it more than ten
        minutes ago, and the record keeps that you took them.
      </p>
      {Object.entries(kept).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="row">
        <Button type="submit" name="format" value="csv">
          Export as CSV
        </Button>
        <Button type="submit" name="format" value="jsonl">
          Export as JSON lines
        </Button>
      </div>
    </form>
  );
}
