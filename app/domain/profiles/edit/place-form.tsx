import { DifferenceList } from "#app/domain/profiles/edit/difference-list.tsx";
import type { OwnPlace, PlaceReply } from "#app/domain/profiles/edit/own-place.ts";
import { HoursFields } from "#app/domain/profiles/edit/hours-fields.tsx";
import { PinFields } from "#app/domain/profiles/edit/pin-fields.tsx";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A place of work: a new one without `place`. Needs studio.css. */
export function PlaceForm({ place, reply }: { place: OwnPlace | null; reply: PlaceReply | null }) {
  const { values, lists } = reply ?? place ?? EMPTY_REPLY;
  const errors = reply?.errors ?? {};
  const isFixed = place?.isFixed ?? false;
  const field = (name: string) => ({ id: name, name, defaultValue: values[name], errors: errors[name] });
  return (
    <form method="post" className="stack stack-wide" noValidate>
      <FormErrors errors={errors} />
      {reply?.seen ? (
        <Notice tone="amber" isNews>
          <div className="stack">
            <p>Not saved: this place was changed in another window. Both are shown here.</p>
            <DifferenceList differences={reply.differences} beforeLabel="Stored now" afterLabel="Typed here" />
            <p>
              {"Save what is typed here, or "}
              <a href={place === null ? "/studio/profile/places" : `/studio/profile/places/${place.id}?stored=1`}>
                use what is stored
              </a>
              .
            </p>
          </div>
        </Notice>
      ) : null}
      <input type="hidden" name="seen" value={reply?.seen ?? place?.seen ?? ""} />
      {/* What Enter presses: the first button of a form. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      {place?.isFixed ? (
        <Notice>
          {place.isFromRegister
            ? "Name, address and pin come from a public register and stay as it has them."
            : "Other technicians work here too, so name, address and pin are not yours alone to change."}
          {place.isShared ? " The same goes for what it offers." : ""}
        </Notice>
      ) : null}
      <section className="stack" aria-label="Address">
        <TextField {...field("name")} label="Name of the place" maxLength={120} readOnly={isFixed} />
        <TextField {...field("address")} label="Street and number" maxLength={200} readOnly={isFixed} />
        <TextField
          {...field("town")}
          label="Town"
          hint="With region or country where several towns share the name."
          maxLength={120}
          readOnly={isFixed}
        />
        {reply && reply.suggestions.length > 0 ? (
          <ChoiceGroup label="Which town?">
            {reply.suggestions.map((label) => (
              <Choice key={label} type="radio" name="townPick" value={label} label={label} />
            ))}
          </ChoiceGroup>
        ) : null}
        <TextField {...field("postcode")} label="Postcode" isOptional maxLength={16} readOnly={isFixed} />
      </section>
      {place === null ? (
        <p className="muted">The pin is put in the middle of the town; you move it to the door in the next step.</p>
      ) : isFixed ? null : (
        <PinFields
          centre={place.centre}
          lat={values["lat"] ?? ""}
          lng={values["lng"] ?? ""}
          errors={errors}
          isMoved={reply?.isMoved ?? false}
        />
      )}
      <section className="stack" aria-labelledby="access-title">
        <h2 id="access-title">Access</h2>
        <ChoiceGroup label="What the place offers" errors={errors["features"]}>
          {Object.entries(FEATURES).map(([key, label]) => (
            <Choice
              key={key}
              type="checkbox"
              name="features"
              value={key}
              disabled={place?.isShared}
              defaultChecked={lists["features"]?.includes(key)}
              label={label}
            />
          ))}
        </ChoiceGroup>
      </section>
      <HoursFields values={values} errors={errors} />
      <section className="stack" aria-labelledby="guest-title">
        <h2 id="guest-title">Guest dates</h2>
        <p className="muted">Only where you work for a time. After the last day the place is no longer shown.</p>
        <TextField {...field("guestFrom")} type="date" label="First day" isOptional />
        <TextField {...field("guestUntil")} type="date" label="Last day" isOptional />
      </section>
      <div>
        <Button>{place === null ? "Add this place" : "Save this place"}</Button>
      </div>
    </form>
  );
}
