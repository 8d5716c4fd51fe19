import { LONGEST_CASE_TITLE, MOST_CASE_SESSIONS, SCALE_STEPS } from "#app/domain/portfolio/case-bounds.ts";
import type { OwnCase } from "#app/domain/portfolio/own-case.ts";
import { CONCERNS, SKIN_TYPES, SKIN_TYPE_LABELS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, SelectField, TextField } from "#app/ui/field.tsx";

const STEPS = Array.from({ length: SCALE_STEPS.norwood }, (_, index) => index + 1);
const DECLARED = [
  { name: "isSameLight", label: "All pictures were taken in the same light" },
  { name: "isSameAngle", label: "All pictures were taken from the same angle" },
  { name: "isUnedited", label: "The pictures are unedited" },
] as const;

type CaseFormProps = {
  /** Null for a new one. */
  of: OwnCase | null;
  reply: FormReply | null;
  label: string;
};

/** The words of a case, new or changed. */
export function CaseForm({ of, reply, label }: CaseFormProps) {
  const typed = (name: keyof OwnCase) => {
    if (reply) return reply.values[name] ?? "";
    const value = of?.[name];
    if (value === true) return "yes";
    if (value === false) return "no";
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const field = (name: keyof OwnCase) => ({
    id: name,
    name,
    defaultValue: typed(name),
    errors: reply?.errors[name] ?? [],
  });
  return (
    <form method="post" className="stack" noValidate>
      <input type="hidden" name="intent" value="save" />
      {of === null ? null : <input type="hidden" name="version" value={of.version} />}
      <TextField
        {...field("title")}
        label="Title"
        hint="Without the client’s name. For example: Crown, three sessions."
        maxLength={LONGEST_CASE_TITLE}
        required
      />
      <SelectField {...field("treatment")} label="Treatment" required>
        <Options labels={TREATMENTS} />
      </SelectField>
      <SelectField {...field("concern")} label="What the client came with" required>
        <Options labels={CONCERNS} />
      </SelectField>
      <SelectField {...field("skinType")} label="Skin type (Fitzpatrick)" isOptional>
        <option value="">Not said</option>
        {SKIN_TYPES.map((type) => (
          <option key={type} value={type}>
            {SKIN_TYPE_LABELS[type]}
          </option>
        ))}
      </SelectField>
      <div className="case-pair">
        <SelectField {...field("scale")} label="Scale of hair loss">
          <option value="none">None</option>
          <option value="norwood">Norwood</option>
          <option value="ludwig">Ludwig</option>
        </SelectField>
        <SelectField {...field("scaleBand")} label="Step on the scale" isOptional>
          <option value="">None</option>
          {STEPS.map((step) => (
            <option key={step}>{step}</option>
          ))}
        </SelectField>
      </div>
      <div className="case-pair">
        <TextField
          {...field("sessions")}
          label="Sessions"
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_CASE_SESSIONS}
          isOptional
        />
        <TextField
          {...field("lastSessionOn")}
          label="Day of the last session"
          type="date"
          hint="The age of each result is counted from it."
        />
      </div>
      {DECLARED.map(({ name, label: question }) => (
        <ChoiceGroup key={name} label={question} errors={reply?.errors[name] ?? []}>
          <div className="row" id={name}>
            <Choice type="radio" name={name} value="yes" defaultChecked={typed(name) === "yes"} label="Yes" />
            <Choice type="radio" name={name} value="no" defaultChecked={typed(name) === "no"} label="No" />
          </div>
        </ChoiceGroup>
      ))}
      <p className="small muted">What you declare stands beside the pictures. A no is said as openly as a yes.</p>
      <div>
        <Button>{label}</Button>
      </div>
    </form>
  );
}

function Options({ labels }: { labels: Readonly<Record<string, string>> }) {
  return (
    <>
      <option value="">Choose</option>
      {Object.entries(labels).map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </>
  );
}
