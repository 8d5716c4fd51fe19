import type { ReactNode } from "react";
import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { CheckDecisionKind } from "#app/domain/moderation/check-decision.ts";
import { NOTE } from "#app/domain/moderation/decision.ts";
import type { Shortcut } from "#app/domain/moderation/shortcuts.tsx";
import { RuleList } from "#app/domain/moderation/rule-list.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/**
 * What becomes of something that was handed in. The buttons carry the decision; all but approving need a reason and the
 * facts. `children` are further fields above the approval.
 */
export function CheckDecisionForm({
  version,
  reasons,
  labels,
  approveHint,
  reply,
  children,
}: {
  version: number;
  /** Those that can apply to this kind of thing, in order. */
  reasons: readonly CheckReason[];
  /** The words on the buttons; a decision without words is not offered. */
  labels: Partial<Record<CheckDecisionKind, string>> & { approve: string };
  approveHint: string;
  reply: FormReply;
  children?: ReactNode;
}) {
  return (
    <form method="post" className="card stack decision-form" aria-label="Decision" noValidate>
      <h2>Your decision</h2>
      <FormErrors errors={reply.errors} />
      <input type="hidden" name="version" value={version} />
      {children}
      <div className="row">
        <Button name="decision" value="approve" aria-keyshortcuts="a">
          {labels.approve}
        </Button>
        <span className="muted small">{approveHint}</span>
      </div>
      <CheckReasonFields reasons={reasons} reply={reply} />
      <div className="row">
        {labels.reject ? (
          <Button look="red" name="decision" value="reject" aria-keyshortcuts="x">
            {labels.reject}
          </Button>
        ) : null}
        {labels.request_changes ? (
          <Button look="quiet" name="decision" value="request_changes" aria-keyshortcuts="c">
            {labels.request_changes}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Reason code and facts, with the rule behind each reason. */
export function CheckReasonFields({
  reasons,
  reply: { values, errors },
  idPrefix = "",
}: {
  reasons: readonly CheckReason[];
  reply: FormReply;
  /** Where several of these forms stand on one page. */
  idPrefix?: string;
}) {
  return (
    <>
      <SelectField
        id={`${idPrefix}reason`}
        name="reason"
        label="Reason"
        aria-keyshortcuts="r"
        errors={errors["reason"]}
        autoFocus={Boolean(errors["reason"])}
        defaultValue={values["reason"] ?? ""}
        hint="For everything but an approval."
      >
        <option value="">Choose</option>
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {CHECK_REASONS[reason].title}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        id={`${idPrefix}note`}
        name="note"
        label="Facts"
        aria-keyshortcuts="f"
        errors={errors["note"]}
        autoFocus={!errors["reason"] && Boolean(errors["note"])}
        defaultValue={values["note"] ?? ""}
        rows={4}
        maxLength={NOTE.longest}
        hint="What it rests on. Whoever handed it in reads this."
      />
      <RuleList rules={reasons.map((reason) => CHECK_REASONS[reason])} />
    </>
  );
}

export const CHECK_SHORTCUTS: readonly Shortcut[] = [
  { key: "o", label: "Open, or keep open" },
  { key: "a", label: "Approve" },
  { key: "r", label: "Reason" },
  { key: "f", label: "Facts" },
  { key: "x", label: "Reject" },
  { key: "c", label: "Ask for a change" },
  { key: "d", label: "Document" },
  { key: "n", label: "Next item" },
];
