import { History, ItemEvidence } from "#app/domain/moderation/item-evidence.tsx";
import { ItemBody } from "#app/domain/moderation/item-body.tsx";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import { reportHeading } from "#app/domain/moderation/report-item.ts";
import type { ReportItem } from "#app/domain/moderation/report-item.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { NoticeFacts } from "#app/routes/moderation.reports.$reportId/notice-facts.tsx";
import { ReportDecisionForm } from "#app/routes/moderation.reports.$reportId/report-decision-form.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

const SHORTCUTS = [
  { key: "o", label: "Open, or keep open" },
  { key: "r", label: "Reason" },
  { key: "f", label: "Facts" },
  { key: "u", label: "Uphold" },
  { key: "d", label: "Dismiss" },
] as const;

/** One report with the review that it is about, its evidence and the decision. */
export function ReportItemScreen({ report, reply }: { report: ReportItem; reply: FormReply | null }) {
  const { review, notice, can } = report;
  return (
    <ItemFrame
      current="reports"
      heading={reportHeading(report.reason, notice !== null)}
      kind={`Report about a review of ${review.technician.name}`}
      waiting={report.waiting}
      claim={report.claim}
      shortcuts={SHORTCUTS}
      notices={reply !== null && !can.decide ? <FormErrors errors={reply.errors} /> : null}
      evidence={
        <>
          {report.history.length === 0 ? null : (
            <History history={report.history} heading="Decision about the report" />
          )}
          <ItemEvidence item={review} mayDecide={false} />
        </>
      }
      decision={
        can.decide ? <ReportDecisionForm key={report.version} report={report} reply={reply ?? EMPTY_REPLY} /> : null
      }
    >
      {report.waiting === null ? (
        <Notice>{`This report is decided: ${(STATE_WORDS[report.status] ?? report.status).toLowerCase()}.`}</Notice>
      ) : null}
      <section className="card stack report-facts">
        <h2>The report</h2>
        <dl className="stack stack-tight">
          <div>
            <dt>From</dt>
            <dd>{`${report.sender}. Nobody outside this desk is told.`}</dd>
          </div>
          {notice ? null : (
            <>
              <div>
                <dt>{REVIEW_REASONS[report.reason]}</dt>
                <dd className="small muted">{REVIEW_RULES[report.reason]}</dd>
              </div>
              <div>
                <dt>In their words</dt>
                <dd className="words">{report.explanation}</dd>
              </div>
            </>
          )}
        </dl>
        {notice ? <NoticeFacts notice={notice} mayMarkDefective={can.markDefective} /> : null}
      </section>
      <p>
        {`The review is now: ${(STATE_WORDS[review.status] ?? review.status).toLowerCase()}`}
        {report.isHidden ? ", and hidden until there is a decision." : "."}
      </p>
      <ItemBody item={review} hasTitle />
    </ItemFrame>
  );
}
