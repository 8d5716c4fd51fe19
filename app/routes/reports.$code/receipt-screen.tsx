import { REPORT_STATUS_WORDS } from "#app/domain/moderation/report.ts";
import type { ReportStatus } from "#app/domain/moderation/report.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type ReceiptView = {
  reason: ReviewReason;
  status: ReportStatus;
  technicianName: string;
  slug: string;
  sentOn: string;
  closedOn: string | null;
  decision: { reason: ReviewReason | null; note: string | null } | null;
  notice: NoticeView | null;
};
type NoticeView = {
  forwardBy: string;
  forwardedOn: string | null;
  answerBy: string | null;
  answer: "keep" | "remove" | "defective" | null;
  answeredOn: string | null;
  actBy: string | null;
  authorContact: string | null;
};

/** The receipt of a report: how far it is and, later, the outcome with its words. */
export function ReceiptScreen({ technicianName, slug, sentOn, notice, ...report }: ReceiptView) {
  const { status, reason, decision, closedOn } = report;
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack">
        <h1>{notice ? "Your defamation notice" : "Your report"}</h1>
        <p className="lead">{notice && closedOn === null ? noticeWords(notice) : REPORT_STATUS_WORDS[status]}</p>
      </header>
      {closedOn === null ? (
        <Notice>
          Keep the address of this page: it is the only way to the outcome if you left no email address. Nobody else
          should have it.
        </Notice>
      ) : null}
      <dl className="facts">
        <div>
          <dt>About</dt>
          <dd>
            {"A review of "}
            <a href={`${technicianPath(slug)}/reviews`}>{technicianName}</a>
          </dd>
        </div>
        {notice ? null : (
          <div>
            <dt>Reason you gave</dt>
            <dd>{REVIEW_REASONS[reason]}</dd>
          </div>
        )}
        <div>
          <dt>Sent</dt>
          <dd>{formatDay(sentOn)}</dd>
        </div>
        {closedOn === null ? null : (
          <div>
            <dt>Decided</dt>
            <dd>{formatDay(closedOn)}</dd>
          </div>
        )}
      </dl>
      {notice ? <NoticeSteps {...notice} /> : null}
      {decision ? <Outcome {...decision} /> : null}
    </div>
  );
}

function Outcome({ reason, note }: { reason: ReviewReason | null; note: string | null }) {
  return (
    <section className="card stack stack-tight">
      <h2>The decision</h2>
      {reason === null ? (
        <p>The review breaks none of our rules, and it stays.</p>
      ) : (
        <p>{`The review was removed: ${REVIEW_REASONS[reason].toLowerCase()}. ${REVIEW_RULES[reason]}`}</p>
      )}
      {note === null ? null : <p className="words">{note}</p>}
      <p className="small muted">A low rating, a price or a bad outcome is never a reason to remove a review.</p>
    </section>
  );
}

function NoticeSteps({ forwardBy, forwardedOn, answerBy, answer, answeredOn, authorContact }: NoticeView) {
  return (
    <section className="stack stack-tight">
      <h2>The steps</h2>
      <ol className="report-steps">
        <li>
          {forwardedOn === null
            ? `To be sent to the author by ${formatDay(forwardBy)}`
            : `Sent to the author on ${formatDay(forwardedOn)}`}
        </li>
        {answerBy === null ? null : (
          <li>
            {answeredOn === null
              ? `The author may answer until the end of ${formatDay(answerBy)}`
              : `The author answered on ${formatDay(answeredOn)}`}
          </li>
        )}
        {answer === "keep" ? (
          <li>
            {"The author stands by the review, and it was not removed because of the notice. "}
            {authorContact === null
              ? "They do not agree to your having their name and address."
              : "They agree to your having this:"}
          </li>
        ) : null}
      </ol>
      {authorContact === null ? null : <p className="words card">{authorContact}</p>}
    </section>
  );
}

function noticeWords({ forwardedOn, answer, answeredOn, actBy }: NoticeView): string {
  if (answer === "keep") return "The author stands by the review; a moderator still looks at it";
  if (actBy !== null) return `We act by ${formatDay(actBy)}`;
  if (answeredOn !== null) return "The author answered";
  return forwardedOn === null ? "Received, on its way to the author" : "Sent, waiting for the author";
}
