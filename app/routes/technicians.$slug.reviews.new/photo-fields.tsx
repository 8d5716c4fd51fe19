import type { OwnPhoto } from "#app/domain/reviews/list-own-photos.server.ts";
import { PhotoUpload } from "#app/domain/reviews/photo-upload.tsx";
import { MOST_PHOTOS, PHOTO_CONSENT_WORDS, PHOTO_PUBLIC_WORDS } from "#app/domain/reviews/photo-words.ts";
import { ReviewPhotoEditor } from "#app/domain/reviews/review-photo-editor.tsx";
import { choiceOf, fieldOf } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { plural } from "#app/ui/format.ts";

type PhotoFieldsProps = {
  form: FormState;
  photos: readonly OwnPhoto[];
  /** Of the draft, once there is one: photos can then be sent one by one as they are chosen. */
  reviewId: string | null;
};

/** Photos of the result: those that are kept already, and room for more. */
export function PhotoFields({ form, photos, reviewId }: PhotoFieldsProps) {
  const left = MOST_PHOTOS - photos.length;
  const about = { ...form, values: { ...form.values, photosAre: form.values["photosAre"] || "after" } };
  return (
    <fieldset className="card stack">
      <legend className="sr-only">Photos</legend>
      <h2>
        Photos <span className="muted">(optional)</span>
      </h2>
      <p className="field-hint">{PHOTO_PUBLIC_WORDS}</p>
      {photos.length === 0 ? null : <p>{`${plural(photos.length, "photo")} kept with your draft.`}</p>}
      <ReviewPhotoEditor photos={photos} />
      {left <= 0 ? null : (
        <>
          <ChoiceGroup label="What they show">
            <div className="row">
              <Choice type="radio" {...choiceOf(about, "photosAre", "after", true)} label="The result" />
              <Choice type="radio" {...choiceOf(about, "photosAre", "before")} label="My head before the treatment" />
            </div>
          </ChoiceGroup>
          <TextField
            label="Day they were taken"
            hint="Photos of one day at a time. Not needed for photos from before the treatment."
            type="date"
            {...fieldOf(form, "photosTakenOn")}
          />
          <Choice type="checkbox" {...choiceOf(form, "photoConsent", "yes", true)} label={PHOTO_CONSENT_WORDS} />
          <TextField
            label="Choose photos"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            hint={`JPEG, PNG or WebP, at most 10 MB each; room for ${left} more.`}
            id="photos"
            name="photos"
            errors={form.errors["photos"]}
          />
          <div>
            <Button look="quiet" name="intent" value="add_photos">
              Add these photos
            </Button>
          </div>
          {reviewId === null ? null : <PhotoUpload parent={{ reviewId }} />}
        </>
      )}
    </fieldset>
  );
}
