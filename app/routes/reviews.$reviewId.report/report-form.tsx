import { MOST_EXPLANATION } from "#app/domain/moderation/report.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { Trap } from "#app/routes/reviews.$reviewId.report/trap.tsx";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

const REASONS = Object.entries(REVIEW_REASONS) as [ReviewReason, string][];

type Props = { action: string; isSignedIn: boolean; reply: FormReply | undefined };

export function ReportForm({ action, isSignedIn, reply = EMPTY_REPLY }: Props) {
  const { values, errors } = reply;
  const [firstBad] = Object.keys(errors);
  return (
    <form method="post" action={action} className="stack stack-wide" noValidate>
      <FormErrors errors={errors} />
      <ChoiceGroup label="Reason" hint="One reason for each report." errors={errors["reason"] ?? []}>
        {REASONS.map(([reason, label], index) => (
          <Choice
            key={reason}
            type="radio"
            name="reason"
            value={reason}
            id={index === 0 ? "reason" : undefined}
            autoFocus={index === 0 && firstBad === "reason"}
            defaultChecked={values["reason"] === reason}
            label={
              <>
                <strong>{label}</strong>
                <span className="small muted report-rule">{REVIEW_RULES[reason]}</span>
              </>
            }
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        id="explanation"
        name="explanation"
        label="What is wrong with it?"
        hint="Which words, and how you know. Only moderators read this."
        maxLength={MOST_EXPLANATION}
        rows={5}
        autoFocus={firstBad === "explanation"}
        defaultValue={values["explanation"]}
        errors={errors["explanation"] ?? []}
      />
      {isSignedIn ? null : (
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          label="Email"
          isOptional
          hint="For a receipt and the outcome. Without it, keep the link on the next page."
          autoFocus={firstBad === "email"}
          defaultValue={values["email"]}
          errors={errors["email"] ?? []}
        />
      )}
      <ChoiceGroup label="Before you send it" errors={errors["goodFaith"] ?? []}>
        <Choice
          type="checkbox"
          id="goodFaith"
          name="goodFaith"
          autoFocus={firstBad === "goodFaith"}
          defaultChecked={values["goodFaith"] === "on"}
          label="As far as I know, what I say is true and complete."
        />
      </ChoiceGroup>
      <Trap />
      <div>
        <Button>Send report</Button>
      </div>
    </form>
  );
}
