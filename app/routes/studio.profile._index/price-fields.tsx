import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Choice, SelectField, TextField } from "#app/ui/field.tsx";

const STEPS = ["1", "2", "3", "4", "5", "6", "7"];

type Props = { fields: FormReply; suffix: string; currencies: readonly string[]; currency: string };

/** One declared price. Ids carry the form's suffix: the page has one form for each price. */
export function PriceFields({ fields: { values, errors }, suffix, currencies, currency }: Props) {
  const field = (name: string) => ({ id: `${name}-${suffix}`, name, defaultValue: values[name], errors: errors[name] });
  const figure = (name: string) => ({ ...field(name), inputMode: "decimal" as const, autoComplete: "off" });
  return (
    <>
      <SelectField {...field("treatment")} label="Treatment">
        {Object.entries(TREATMENTS).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className="trio">
        <SelectField {...field("scale")} defaultValue={values["scale"] ?? "none"} label="Extent of hair loss">
          <option value="none">Any extent</option>
          <option value="norwood">Norwood</option>
          <option value="ludwig">Ludwig</option>
        </SelectField>
        {(["bandFrom", "bandTo"] as const).map((name) => (
          <SelectField key={name} {...field(name)} label={name === "bandFrom" ? "From step" : "To step"} isOptional>
            <option value="">Any</option>
            {STEPS.map((step) => (
              <option key={step}>{step}</option>
            ))}
          </SelectField>
        ))}
      </div>
      <div className="trio">
        <TextField {...figure("amountFrom")} label="Price from" />
        <TextField {...figure("amountTo")} label="Price to" isOptional />
        <SelectField {...field("currency")} defaultValue={values["currency"] || currency} label="Currency">
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
      </div>
      <div className="trio">
        <TextField {...field("sessionsIncluded")} inputMode="numeric" label="Sessions included" isOptional />
        <TextField {...figure("deposit")} label="Deposit" isOptional />
        <TextField {...field("topUpWithinMonths")} inputMode="numeric" label="Top-up within months" isOptional />
      </div>
      <Choice
        type="checkbox"
        name="topUpIncluded"
        value="yes"
        defaultChecked={values["topUpIncluded"] === "yes"}
        label="A later top-up is in the price"
      />
    </>
  );
}
