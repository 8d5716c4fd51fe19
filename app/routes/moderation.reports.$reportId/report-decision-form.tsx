import { ReasonFields, ReasonRules } from "#app/domain/moderation/reason-fields.tsx";
import type { ReportItem } from "#app/domain/moderation/report-item.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** What becomes of a report. Both need the facts; upholding names the rule that the review breaks. */
export function ReportDecisionForm({ report, reply }: { report: ReportItem; reply: FormReply }) {
  const { values } = reply;
  const suggested = report.notice ? values : { reason: report.reason, ...values };
  return (
    <>
      {report.can.hide ? (
        <form method="post" className="card stack stack-tight" aria-label="Hide">
          <h2>Can it do harm while you decide?</h2>
          <p>For personal data, hate or threats, and photos without consent. Any other review stays visible.</p>
          <div>
            <Button look="red" name="intent" value="hide">
              Hide until decided
            </Button>
          </div>
        </form>
      ) : null}
      <form method="post" className="card stack decision-form" aria-label="Decision">
        <h2>Your decision</h2>
        <FormErrors errors={reply.errors} />
        <input type="hidden" name="version" value={report.version} />
        <ReasonFields reply={{ ...reply, values: suggested }} isRequired />
        <div className="row">
          <Button look="red" name="decision" value="uphold" aria-keyshortcuts="u">
            Uphold and remove the review
          </Button>
          <Button look="quiet" name="decision" value="dismiss" aria-keyshortcuts="d">
            Dismiss: it stays
          </Button>
        </div>
        <p className="small muted">
          Removed: its author reads the reason and the facts, and may appeal to another moderator. Dismissed: whoever
          reported it reads the facts.
        </p>
        <ReasonRules />
      </form>
    </>
  );
}
