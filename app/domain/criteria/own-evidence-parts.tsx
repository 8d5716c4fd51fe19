import { noExpiryWords } from "#app/domain/criteria/evidence-fact.ts";
import { ownStateWords, refusalWords } from "#app/domain/criteria/own-evidence.ts";
import type { OwnEvidence, OwnEvidenceDocument } from "#app/domain/criteria/own-evidence.ts";
import { DocumentViews } from "#app/domain/media/document-views.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

/** The state in its owner's words, with its day and what it means. */
export function OwnState({ evidence }: { evidence: OwnEvidence }) {
  const { words, tone, means } = ownStateWords(evidence);
  const on = evidence.status === "expired" && evidence.expiresOn !== null ? ` on ${formatDay(evidence.expiresOn)}` : "";
  return (
    <p className="row">
      <Chip tone={tone}>{`${words}${on}`}</Chip>
      <span className="small muted">{means}</span>
    </p>
  );
}

/** Why a moderator did not take it, and what to do. */
export function OwnRefusal({ evidence: { refusal, status } }: { evidence: Pick<OwnEvidence, "refusal" | "status"> }) {
  if (refusal === null || (refusal.reason === null && refusal.note === null)) return null;
  const { lead, note } = refusalWords(refusal);
  return (
    <Notice tone={status === "needs_better_copy" ? "amber" : "red"}>
      <p>{lead}</p>
      {note === null ? null : <p className="words">{note}</p>}
      <p className="small">{`Decided on ${formatDay(refusal.at.slice(0, 10))}.`}</p>
    </Notice>
  );
}

/** Dates as a line: issued, expires, checked. */
export function ownDates(evidence: OwnEvidence): string {
  const { kind, status, issuedOn, expiresOn, checkedOn } = evidence;
  const ends = expiresOn === null ? noExpiryWords(evidence) : null;
  return [
    issuedOn === null ? null : `${kind === "training" ? "Completed" : "Issued"} ${formatDay(issuedOn)}`,
    expiresOn === null || status === "expired" ? ends : `Expires ${formatDay(expiresOn)}`,
    checkedOn === null ? null : `Checked ${formatDay(checkedOn)}`,
  ]
    .filter((words) => words !== null)
    .join(" · ");
}

/** The private document: until when it is kept, and who looked at it. */
export function OwnDocument({ document }: { document: OwnEvidenceDocument }) {
  const { id, mediaType, handedInAt, goesAt, isGone, views } = document;
  const what = mediaType === "application/pdf" ? "PDF document" : "Photographed document";
  return (
    <div className="stack stack-tight">
      <p className="small">
        {isGone ? (
          `${what}, handed in on ${formatDay(handedInAt)}: deleted after the decision.`
        ) : (
          <>
            <a href={`/documents/${id}`}>{what}</a>
            {`, handed in on ${formatDay(handedInAt)}. ${goesAt === null ? "Kept until 90 days after the decision." : `Deleted on ${formatDay(goesAt)}.`}`}
          </>
        )}
      </p>
      <DocumentViews views={views} />
    </div>
  );
}

/** Label and value of everything that was written down. */
export function OwnFacts({ details }: { details: OwnEvidence["details"] }) {
  return (
    <dl className="facts">
      {details.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One piece of evidence in a list; everything about it is behind its title. */
export function OwnEvidenceCard({ evidence }: { evidence: OwnEvidence }) {
  const { id, title, document, can } = evidence;
  const dates = ownDates(evidence);
  return (
    <li className="evidence card">
      <h3>
        <a href={`/studio/criteria/${id}`}>{title}</a>
      </h3>
      <OwnState evidence={evidence} />
      {dates === "" ? null : <p className="small">{dates}</p>}
      <OwnRefusal evidence={evidence} />
      {document === null || (document.isGone && document.views.length === 0) ? null : (
        <OwnDocument document={document} />
      )}
      {evidence.status === "needs_better_copy" ? (
        <p>
          <a href={`/studio/criteria/${id}`}>Hand in a better copy</a>
        </p>
      ) : can.renew && (evidence.isExpiring || evidence.status === "expired") && !evidence.isRenewed ? (
        <p>
          <a href={renewPath(evidence)}>Add the new one</a>
        </p>
      ) : null}
    </li>
  );
}

/** The form for what takes its place, filled from it. */
export function renewPath({ id }: Pick<OwnEvidence, "id">): string {
  return `/studio/criteria/${id}?renew`;
}
