import { MOST_BIO, MOST_NAME, MOST_PRONOUNS } from "#app/domain/profiles/edit/bounds.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import { GENDERS, LANGUAGES } from "#app/domain/technicians/vocabulary.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";

/** Who it is: name, words about themselves, languages. */
export function AboutFields({ fields: { values, lists, errors }, isListed }: { fields: FormReply; isListed: boolean }) {
  return (
    <>
      <TextField
        id="name"
        name="name"
        label="Name"
        hint={isListed ? LISTED_UNTIL_PUBLISHED : "As clients know you."}
        readOnly={isListed}
        maxLength={MOST_NAME}
        autoComplete="name"
        defaultValue={values["name"]}
        errors={errors["name"]}
      />
      <div className="pair">
        <TextField
          id="pronouns"
          name="pronouns"
          label="Pronouns"
          isOptional
          maxLength={MOST_PRONOUNS}
          defaultValue={values["pronouns"]}
          errors={errors["pronouns"]}
        />
        <SelectField
          id="gender"
          name="gender"
          label="Gender"
          isOptional
          defaultValue={values["gender"]}
          errors={errors["gender"]}
        >
          <option value="">Not told</option>
          {Object.entries(GENDERS).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <TextAreaField
        id="bio"
        name="bio"
        label="About you"
        hint="How you work and whom you work for, in your own words."
        rows={8}
        maxLength={MOST_BIO}
        defaultValue={values["bio"]}
        errors={errors["bio"]}
      />
      <TextField
        id="websiteUrl"
        name="websiteUrl"
        label="Website"
        isOptional
        inputMode="url"
        autoComplete="url"
        defaultValue={values["websiteUrl"]}
        errors={errors["websiteUrl"]}
      />
      <ChoiceGroup label="Languages" hint="In which a consultation can be held." errors={errors["languages"]}>
        <div className="choices">
          {Object.entries(LANGUAGES).map(([code, label]) => (
            <Choice
              key={code}
              type="checkbox"
              name="languages"
              value={code}
              defaultChecked={lists["languages"]?.includes(code)}
              label={label}
            />
          ))}
        </div>
      </ChoiceGroup>
    </>
  );
}
