import type { FollowUpView } from "#app/domain/reviews/find-follow-up-form.server.ts";
import { SAME_STARS } from "#app/domain/reviews/follow-up-answers.ts";
import { MOST_PHOTOS, PHOTO_CONSENT_WORDS, PHOTO_PUBLIC_WORDS } from "#app/domain/reviews/photo-words.ts";
import { PhotoUpload } from "#app/domain/reviews/photo-upload.tsx";
import { LONGEST_TEXT, OVERALL_WORDS } from "#app/domain/reviews/review-answers.ts";
import { ReviewPhotoEditor } from "#app/domain/reviews/review-photo-editor.tsx";
import type { FollowUpReply } from "#app/routes/account.reviews.$reviewId.follow-up/send-form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

const STARS = [5, 4, 3, 2, 1] as const;
const QUESTIONS = [
  { name: "isStillAsWanted", label: "Is it still as you wanted it?" },
  { name: "wouldDoAgain", label: "Would you do it again?" },
  { name: "hadTopUp", label: "Have you had a top-up since?" },
] as const;

type Props = { view: FollowUpView; form: NonNullable<FollowUpView["form"]>; reply: FollowUpReply | null };

/** What somebody says about how it looks now; a plain form that keeps a draft and works without JavaScript. */
export function FollowUpForm({ view, form, reply }: Props) {
  const errors = reply?.errors ?? {};
  const values = reply?.values ?? form.values;
  const [firstBad] = Object.keys(errors);
  /** The first choice of a group carries the field's id, so that an error can lead there. */
  const choice = (name: string, value: string, isFirst = false) => ({
    name,
    value,
    id: isFirst ? name : undefined,
    defaultChecked: (values[name] ?? "") === value,
    autoFocus: isFirst && firstBad === name,
  });
  const { overall } = view.review;
  const stars = view.starsNow;
  const left = MOST_PHOTOS - form.photos.length;
  return (
    <form className="follow-up-form stack stack-wide" method="post" encType="multipart/form-data" noValidate>
      {/* The first button is what the Enter key presses: it only saves. */}
      <button name="intent" value="save" hidden />
      <input
        type="hidden"
        name="version"
        value={reply ? reply.version : form.version === null ? "" : String(form.version)}
      />
      <FormErrors errors={errors} />
      <div className="card stack">
        <h2>How is it now?</h2>
        {QUESTIONS.map(({ name, label }) => (
          <ChoiceGroup key={name} label={label} hint="Public, as yes or no." errors={errors[name]}>
            <div className="row">
              <Choice type="radio" {...choice(name, "yes", true)} label="Yes" />
              <Choice type="radio" {...choice(name, "no")} label="No" />
            </div>
          </ChoiceGroup>
        ))}
      </div>
      <div className="card">
        <ChoiceGroup
          label="Overall rating"
          hint={`Public. You gave ${overall ?? "no"} out of 5 at first${stars === overall ? "" : ` and ${stars ?? "no"} later`}; what you gave before stays readable. The moderator doesn’t see it before deciding.`}
          errors={errors["overall"]}
        >
          <Choice
            type="radio"
            {...choice("overall", SAME_STARS, true)}
            label={stars === null ? "No change" : `No change: still ${stars} out of 5`}
          />
          {STARS.filter((value) => value !== stars).map((value) => (
            <Choice
              key={value}
              type="radio"
              {...choice("overall", String(value))}
              label={`Now ${value} out of 5 - ${OVERALL_WORDS[value]}`}
            />
          ))}
        </ChoiceGroup>
      </div>
      <div className="card">
        <TextAreaField
          label="In your own words"
          isOptional
          hint="Public. How it has healed or faded, what surprised you, what you would tell somebody who is thinking about it. No names of others, please."
          rows={8}
          maxLength={LONGEST_TEXT}
          id="text"
          name="text"
          defaultValue={values["text"] ?? ""}
          errors={errors["text"]}
          autoFocus={firstBad === "text"}
        />
      </div>
      <fieldset className="card stack">
        <legend className="sr-only">Photos</legend>
        <h2>
          Photos <span className="muted">(optional)</span>
        </h2>
        <p className="field-hint">{PHOTO_PUBLIC_WORDS}</p>
        <ReviewPhotoEditor photos={form.photos} />
        {left <= 0 ? null : (
          <>
            <Choice type="checkbox" name="photoConsent" value="yes" label={PHOTO_CONSENT_WORDS} />
            <TextField
              label="Choose photos"
              type="file"
              multiple
              accept="image/jpeg,image/png,image/webp"
              hint={`As it looks now. JPEG, PNG or WebP, at most 10 MB each; room for ${left} more.`}
              id="photos"
              name="photos"
              errors={errors["photos"]}
            />
            <div>
              <Button look="quiet" name="intent" value="save">
                Add these photos
              </Button>
            </div>
            {form.followUpId === null ? null : <PhotoUpload parent={{ followUpId: form.followUpId }} />}
          </>
        )}
      </fieldset>
      <div className="row">
        <Button name="intent" value="submit">
          Submit follow-up
        </Button>
        <Button look="quiet" name="intent" value="save">
          Save draft
        </Button>
      </div>
    </form>
  );
}
