import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { LONGEST_REASON } from "#app/domain/criteria/evidence-schema.ts";
import type { EvidenceFormView } from "#app/domain/criteria/evidence-form-view.ts";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import { termInWords } from "#app/domain/criteria/later-day.ts";
import { isNotRequired } from "#app/domain/criteria/regime.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Choice, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";

type Props = { view: EvidenceFormView; values: FormReply["values"]; errors: FormReply["errors"] };
type FieldsOf = (props: Props) => React.JSX.Element | null;

/** Ties a field to what was typed and what is wrong with it; the first that is wrong has the focus. */
function wire({ values, errors }: Props, name: string) {
  return {
    id: name,
    name,
    defaultValue: values[name] ?? "",
    errors: errors[name] ?? [],
    autoFocus: Object.keys(errors)[0] === name,
  };
}

function AuthorizationFields(props: Props) {
  const { question, places } = props.view;
  if (question.kind !== "authorization") return null;
  const { regime, choice } = question;
  const isForPlace = choice === "premises" || choice === "none_premises";
  const place = isForPlace ? (
    <SelectField
      {...wire(props, "place")}
      label="Which of your places"
      hint={
        places.length === 0 ? (
          <>
            {"You have written down no place yet. "}
            <a href="/studio/profile">Add it to your profile first</a>.
          </>
        ) : undefined
      }
    >
      <option value="">Choose</option>
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  ) : null;
  if (isNotRequired(choice)) {
    return (
      <>
        {place}
        <TextAreaField
          {...wire(props, "reason")}
          label="How do you know?"
          hint="Who told you, or where it is written. Your profile shows this sentence once a moderator agrees."
          rows={3}
          maxLength={LONGEST_REASON}
        />
      </>
    );
  }
  const term = regime.renewalMonths === null ? null : termInWords({ months: regime.renewalMonths });
  return (
    <>
      {place}
      <TextField
        {...wire(props, "authority")}
        label="Issued by"
        hint="The authority, as it is named on the document."
      />
      <TextField
        {...wire(props, "number")}
        label="Number"
        isOptional
        hint="Exactly as printed: a moderator compares it with the source."
      />
      <TextField {...wire(props, "issuedOn")} label="Issued on" isOptional type="date" />
      {regime.validity === "none" ? (
        <p className="small muted">There is no expiry under this regime, so none is asked for.</p>
      ) : (
        <TextField
          {...wire(props, "expiresOn")}
          label="Expires on"
          type="date"
          isOptional={regime.validity === "unknown"}
          hint={
            regime.validity === "unknown"
              ? "If the document has an end date. Left empty, your profile says “Expiry unknown”."
              : term === null
                ? "As on the document."
                : `As on the document; usually ${term} after it was issued.`
          }
        />
      )}
      {regime.validity === "dated" ? (
        <Choice
          type="checkbox"
          id="hasNoEnd"
          name="hasNoEnd"
          defaultChecked={props.values["hasNoEnd"] === "on"}
          label="There is no end date on the document"
        />
      ) : null}
    </>
  );
}

function HygieneFields(props: Props) {
  const { question } = props.view;
  if (question.kind !== "hygiene") return null;
  const { term, dayLabel, detail } = HYGIENE_RULES[question.paper];
  return (
    <>
      <TextField
        {...wire(props, "issuedOn")}
        label={dayLabel}
        type="date"
        isOptional={term === "printed"}
        hint={typeof term === "object" ? `It counts for ${termInWords(term)} from that day.` : undefined}
      />
      {term === "printed" ? (
        <TextField {...wire(props, "expiresOn")} label="Expires on" type="date" hint="As on the document." />
      ) : null}
      {detail === null ? null : (
        <TextField {...wire(props, "detail")} label={detail.label} hint={detail.hint} isOptional={!detail.isRequired} />
      )}
    </>
  );
}

function TrainingFields(props: Props) {
  return (
    <>
      <TextField {...wire(props, "courseName")} label="Course" hint="As it is called on the certificate." />
      <TextField {...wire(props, "provider")} label="Provider" hint="The school or academy." />
      <TextField {...wire(props, "trainer")} label="Trainer" isOptional hint="Who taught you in person." />
      <TextField
        {...wire(props, "smpHours")}
        label="Hours of SMP"
        isOptional
        inputMode="numeric"
        hint="Only the hours about scalp micropigmentation; leave out brows, lips and general lessons."
      />
      <TextField
        {...wire(props, "liveModels")}
        label="Live models"
        isOptional
        inputMode="numeric"
        hint="How many people you worked on under supervision."
      />
      <TextField {...wire(props, "completedOn")} label="Completed on" type="date" />
    </>
  );
}

function AssociationFields(props: Props) {
  return (
    <>
      <TextField {...wire(props, "name")} label="Association" />
      <TextField {...wire(props, "memberNumber")} label="Member number" isOptional />
      <TextField {...wire(props, "memberSince")} label="Member since" isOptional inputMode="numeric" hint="The year." />
      <TextField
        {...wire(props, "expiresOn")}
        label="Valid until"
        isOptional
        type="date"
        hint="If the card or letter has an end date."
      />
    </>
  );
}

/** The fields of each kind: only what its regime or paper has. */
export const EVIDENCE_FIELDS: Record<EvidenceKind, FieldsOf> = {
  authorization: AuthorizationFields,
  hygiene: HygieneFields,
  training: TrainingFields,
  association: AssociationFields,
};
