import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { StartReply } from "#app/routes/studio.start/start-reply.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** Three facts make a draft; the town is chosen among several where its name is shared. */
export function NewProfileForm({ reply, hasOpenClaim }: { reply: StartReply | null; hasOpenClaim: boolean }) {
  const { values, errors, towns } = reply ?? { ...EMPTY_REPLY, towns: [] };
  const firstBad = ["name", "place", "treatment"].find((field) => errors[field] !== undefined);
  return (
    <section className="stack" aria-labelledby="create">
      <div className="stack stack-tight">
        <h2 id="create">Create a new profile</h2>
        <p>
          Three facts are enough to begin. Nobody sees the profile before you publish it.
          {hasOpenClaim ? " Your open claims are withdrawn with it, since one account keeps one profile." : ""}
        </p>
      </div>
      <form method="post" className="card stack" aria-labelledby="create" noValidate>
        <FormErrors errors={errors} />
        <TextField
          id="name"
          name="name"
          label="Name"
          hint="Your own or your studio’s, as clients know it."
          maxLength={120}
          autoComplete="name"
          required
          defaultValue={values["name"] ?? ""}
          autoFocus={firstBad === "name"}
          errors={errors["name"] ?? []}
        />
        <TextField
          id="place"
          name="place"
          label="Town"
          hint="Where you mostly work. The exact address comes later."
          maxLength={100}
          required
          defaultValue={values["place"] ?? ""}
          autoFocus={firstBad === "place"}
          errors={errors["place"] ?? []}
        />
        {towns.length === 0 ? null : (
          <ChoiceGroup label="Which one do you mean?">
            {towns.map((town) => (
              <Choice
                key={town}
                type="radio"
                name="town"
                value={town}
                defaultChecked={values["town"] === town}
                label={town}
              />
            ))}
          </ChoiceGroup>
        )}
        <SelectField
          id="treatment"
          name="treatment"
          label="Main treatment"
          required
          defaultValue={values["treatment"] ?? ""}
          autoFocus={firstBad === "treatment"}
          errors={errors["treatment"] ?? []}
        >
          <option value="">Choose</option>
          {Object.entries(TREATMENTS).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
        <div>
          <Button>Create profile</Button>
        </div>
      </form>
    </section>
  );
}
