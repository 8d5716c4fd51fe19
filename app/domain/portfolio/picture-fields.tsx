import { LONGEST_CAPTION } from "#app/domain/portfolio/case-bounds.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";

type PictureFieldsProps = Pick<FormReply, "values" | "errors"> & {
  /** Where several of these stand on one page. */
  idPrefix?: string;
};

/** What is said about pictures: before or a result, the day, a caption. */
export function PictureFields({ values, errors, idPrefix = "" }: PictureFieldsProps) {
  const are = values["photosAre"];
  return (
    <>
      <ChoiceGroup label="What it shows" errors={errors["photosAre"] ?? []}>
        <div className="row">
          <Choice
            type="radio"
            id={`${idPrefix}photosAre`}
            name="photosAre"
            value="before"
            defaultChecked={are === "before"}
            label="Before the treatment"
          />
          <Choice type="radio" name="photosAre" value="after" defaultChecked={are === "after"} label="A result" />
        </div>
      </ChoiceGroup>
      <TextField
        id={`${idPrefix}takenOn`}
        name="takenOn"
        label="Day it was taken"
        hint="Needed for a result: its age is counted from the last session."
        type="date"
        defaultValue={values["takenOn"] ?? ""}
        errors={errors["takenOn"] ?? []}
      />
      <TextField
        id={`${idPrefix}caption`}
        name="caption"
        label="Caption"
        maxLength={LONGEST_CAPTION}
        defaultValue={values["caption"] ?? ""}
        errors={errors["caption"] ?? []}
        isOptional
      />
    </>
  );
}
