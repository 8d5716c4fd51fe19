import { MOST_TREATMENT_WORDS } from "#app/domain/profiles/edit/bounds.ts";
import { wordsField } from "#app/domain/profiles/edit/words-field.ts";
import { CONCERNS, SKIN_TYPE_LABELS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Choice, ChoiceGroup, TextAreaField } from "#app/ui/field.tsx";

const TREATMENT_KEYS = Object.keys(TREATMENTS) as Treatment[];

/** What is offered, for whom, on which skin; each treatment with room for words of their own. */
export function TreatmentsFields({ fields: { values, lists, errors } }: { fields: FormReply }) {
  return (
    <>
      <ChoiceGroup label="Treatments you offer" errors={errors["treatments"]}>
        <div className="treatments">
          {TREATMENT_KEYS.map((treatment) => {
            const name = wordsField(treatment);
            const isOffered = lists["treatments"]?.includes(treatment);
            return (
              <div key={treatment} className="treatment">
                <Choice
                  type="checkbox"
                  name="treatments"
                  value={treatment}
                  defaultChecked={isOffered}
                  label={TREATMENTS[treatment]}
                />
                <details open={errors[name] ? true : undefined}>
                  <summary className="small">
                    {values[name] ? "Your words" : "Add your own words"}
                    <span className="sr-only">{` on ${TREATMENTS[treatment]}`}</span>
                  </summary>
                  <TextAreaField
                    id={name}
                    name={name}
                    label={`${TREATMENTS[treatment]} in your own words`}
                    hint="What you do, what a client can expect, what you don’t do. Shown only while you offer it."
                    rows={4}
                    maxLength={MOST_TREATMENT_WORDS}
                    defaultValue={values[name]}
                    errors={errors[name]}
                  />
                </details>
              </div>
            );
          })}
        </div>
      </ChoiceGroup>
      <Choices name="concerns" label="Whom you work with" options={CONCERNS} chosen={lists["concerns"]} />
      <Choices name="skinTypes" label="Skin types you work on" options={SKIN_TYPE_LABELS} chosen={lists["skinTypes"]} />
    </>
  );
}

function Choices({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: Readonly<Record<string, string>>;
  chosen: readonly string[] | undefined;
}) {
  return (
    <ChoiceGroup label={label}>
      <div className="choices">
        {Object.entries(options).map(([key, words]) => (
          <Choice
            key={key}
            type="checkbox"
            name={name}
            value={key}
            defaultChecked={chosen?.includes(key)}
            label={words}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
