import { ATTESTATION_WORDS } from "#app/domain/reviews/attestation.ts";
import { LONGEST_INCENTIVE_NOTE, RELATIONSHIPS } from "#app/domain/reviews/review-answers.ts";
import { choiceOf, fieldOf } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";

/** What readers should know about the author before weighing the review. */
export function DisclosureFields({ form, technicianName }: { form: FormState; technicianName: string }) {
  return (
    <div className="card stack">
      <h2>What readers should know</h2>
      <ChoiceGroup
        label={`Do you know ${technicianName} in another way?`}
        hint="A friend or relative may review; the review says so. Whoever works with the technician or competes with them can’t."
        errors={form.errors["relationship"]}
      >
        {Object.entries(RELATIONSHIPS).map(([value, label], at) => (
          <Choice key={value} type="radio" {...choiceOf(form, "relationship", value, at === 0)} label={label} />
        ))}
      </ChoiceGroup>
      <ChoiceGroup
        label="Did you get anything for this review, or were you promised anything?"
        hint="A discount, a gift, money, a free session. If so, the review says it and doesn’t count when sorting. A reward that depends on what you write is never allowed."
        errors={form.errors["isIncentivised"]}
      >
        <Choice type="radio" {...choiceOf(form, "isIncentivised", "no", true)} label="No" />
        <Choice type="radio" {...choiceOf(form, "isIncentivised", "yes")} label="Yes" />
      </ChoiceGroup>
      <TextField
        label="If yes: what was it?"
        isOptional
        hint="Public, for example “10 % off the last session”."
        maxLength={LONGEST_INCENTIVE_NOTE}
        {...fieldOf(form, "incentiveNote")}
      />
    </div>
  );
}

/** What the author signs. */
export function AttestationField({ form }: { form: FormState }) {
  return (
    <div className="card">
      <ChoiceGroup
        label="Your statement"
        hint="Kept with your review, with the day. Not shown."
        errors={form.errors["attestation"]}
      >
        <Choice type="checkbox" {...choiceOf(form, "attestation", "yes", true)} label={ATTESTATION_WORDS} />
      </ChoiceGroup>
    </div>
  );
}
