import { HEALTH_CONSENT_WORDS } from "#app/domain/reviews/attestation.ts";
import { LONGEST_TEXT, LONGEST_TITLE, MOST_SESSIONS, SHORTEST_TEXT } from "#app/domain/reviews/review-answers.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { choiceOf, fieldOf } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { Choice, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";

/** What was done, when and for how much. */
export function TreatmentFields({
  form,
  today,
  currencies,
}: {
  form: FormState;
  today: string;
  currencies: readonly string[];
}) {
  return (
    <fieldset className="card stack">
      <legend className="sr-only">Your treatment</legend>
      <h2>Your treatment</h2>
      <p className="field-hint">
        Public. From the day of your last session readers see how old the result was when you wrote.
      </p>
      <SelectField label="Treatment" {...fieldOf(form, "treatment")}>
        <option value="">Choose one</option>
        {Object.entries(TREATMENTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Date of your last session"
        type="date"
        min="2000-01-01"
        max={today}
        {...fieldOf(form, "lastSessionOn")}
      />
      <TextField
        label="Number of sessions"
        isOptional
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_SESSIONS}
        {...fieldOf(form, "sessions")}
      />
      <div className="price-fields">
        <TextField
          label="Price you paid in all"
          isOptional
          inputMode="decimal"
          maxLength={20}
          hint="Readers see it beside the technician’s own prices."
          {...fieldOf(form, "pricePaid")}
        />
        <SelectField label="Currency" {...fieldOf(form, "currency")}>
          <option value="">Choose one</option>
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}

/** The review itself. */
export function WordFields({ form }: { form: FormState }) {
  return (
    <fieldset className="card stack">
      <legend className="sr-only">Your review in words</legend>
      <h2>Your review in words</h2>
      <p className="field-hint">
        Public under the name of your account. No names or health details of other people, please.
      </p>
      <TextField label="Title" isOptional maxLength={LONGEST_TITLE} {...fieldOf(form, "title")} />
      <TextAreaField
        label="What happened, and how did it turn out?"
        hint={`At least ${SHORTEST_TEXT} characters. What was agreed, how the visit went, how it looks now.`}
        rows={9}
        maxLength={LONGEST_TEXT}
        {...fieldOf(form, "text")}
      />
    </fieldset>
  );
}

/** The one health detail, with a consent of its own. */
export function HealthFields({ form }: { form: FormState }) {
  return (
    <fieldset className="card stack">
      <legend className="sr-only">Your kind of hair loss</legend>
      <h2>
        Your kind of hair loss <span className="muted">(optional)</span>
      </h2>
      <p className="field-hint">
        It helps others to find a review like theirs. It is a health detail, so it is kept and shown only with your tick
        below; without the tick it is not stored at all.
      </p>
      <SelectField label="What brought you there" isOptional {...fieldOf(form, "concern")}>
        <option value="">I’d rather not say</option>
        {Object.entries(CONCERNS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <Choice type="checkbox" {...choiceOf(form, "healthConsent", "yes", true)} label={HEALTH_CONSENT_WORDS} />
    </fieldset>
  );
}
