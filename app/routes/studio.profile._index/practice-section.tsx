import type { FormReply } from "#app/platform/read-fields.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";

/** What they do and since when. */
export function PracticeFields({ fields: { values, errors } }: { fields: FormReply }) {
  const number = (name: string) => ({
    id: name,
    name,
    inputMode: "numeric" as const,
    autoComplete: "off",
    isOptional: true,
    defaultValue: values[name],
    errors: errors[name],
  });
  return (
    <>
      <div className="pair">
        <TextField {...number("practisingSince")} label="Practising SMP since" hint="The year." />
        <TextField {...number("smpShare")} label="Share of your work that is SMP" hint="Per cent." />
      </div>
      <SelectField
        id="hasOwnHairLoss"
        name="hasOwnHairLoss"
        label="Do you have hair loss of your own?"
        hint="Shown on your profile as you say it. Leave it open if you would rather not."
        isOptional
        defaultValue={values["hasOwnHairLoss"]}
        errors={errors["hasOwnHairLoss"]}
      >
        <option value="">Not told</option>
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </SelectField>
      <div className="pair">
        <TextField {...number("topUpYearsMin")} label="A top-up is usual after" hint="Years, at the earliest." />
        <TextField {...number("topUpYearsMax")} label="and at the latest after" hint="Years." />
      </div>
    </>
  );
}
