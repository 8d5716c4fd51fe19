import { NOTE } from "#app/domain/moderation/decision.ts";
import { RuleList } from "#app/domain/moderation/rule-list.tsx";
import { NEVER_A_REASON, REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { SelectField, TextAreaField } from "#app/ui/field.tsx";

const REASONS = Object.keys(REVIEW_REASONS) as ReviewReason[];

/** Reason code and facts, as every refusal needs them. Put `ReasonRules` near. */
export function ReasonFields({
  reply,
  isRequired = false,
  idPrefix = "",
}: {
  reply: FormReply;
  isRequired?: boolean;
  /** Where several of these forms stand on one page. */
  idPrefix?: string;
}) {
  const { values, errors } = reply;
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
        isOptional={false}
        hint={isRequired ? undefined : "For everything but a plain approval."}
      >
        <option value="">Choose</option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REVIEW_REASONS[reason]}
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
        hint="What in the text or the evidence it rests on. The author reads this."
      />
    </>
  );
}

/** Every reason with its rule, and what is never one. */
export function ReasonRules({ isOpen = false }: { isOpen?: boolean }) {
  return (
    <RuleList
      isOpen={isOpen}
      rules={REASONS.map((reason) => ({ title: REVIEW_REASONS[reason], rule: REVIEW_RULES[reason] }))}
    >
      <p className="small">
        <b>Never one of them: </b>
        {NEVER_A_REASON.map((words) => words.replace(/\.$/, "").toLowerCase()).join("; ")}.
      </p>
    </RuleList>
  );
}
