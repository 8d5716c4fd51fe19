import { CONSULTATION_MINUTES, TIMES_AT_ONCE } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadView } from "#app/domain/enquiries/find-enquiry.server.ts";
import { LocalTime } from "#app/domain/enquiries/local-time.tsx";
import { ZoneField } from "#app/domain/enquiries/zone-field.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ThreadForm } from "#app/routes/studio.enquiries.$id/thread-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";

type Props = { thread: ThreadView; offer: FormReply; book: FormReply };
const hasErrors = ({ errors }: FormReply) => Object.keys(errors).length > 0;

/** Times for a consultation: those offered, new ones, and the one that is booked. */
export function TimeForms({ thread, offer, book }: Props) {
  const { can, times } = thread;
  if (!can.offer && !can.book && times.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="times-title">
      <h2 id="times-title">Consultation</h2>
      {times.length === 0 ? null : <OfferedTimes thread={thread} />}
      {can.offer ? (
        <Disclosure summary="Propose times" isOpen={hasErrors(offer)}>
          <OfferForm thread={thread} reply={offer} />
        </Disclosure>
      ) : null}
      {can.book ? (
        <Disclosure summary="Book a time you agreed on" isOpen={hasErrors(book)}>
          <BookForm thread={thread} reply={book} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function OfferedTimes({ thread: { version, times, can } }: { thread: ThreadView }) {
  return (
    <ul className="plain-list time-list" aria-label="Times you proposed">
      {times.map(({ id, startsAt, minutes, isAccepted, isOver }) => (
        <li key={id} className="row row-apart">
          <span>
            <LocalTime at={startsAt} />
            {`, ${minutes} minutes${isAccepted ? " · booked" : isOver ? " · over" : ""}`}
          </span>
          {isAccepted || isOver ? null : (
            <span className="row">
              {can.book ? (
                <ThreadForm intent="book" version={version}>
                  <input type="hidden" name="timeId" value={id} />
                  <Button look="quiet">Book</Button>
                </ThreadForm>
              ) : null}
              <ThreadForm intent="take_back" version={version}>
                <input type="hidden" name="timeId" value={id} />
                <Button look="quiet">Take back</Button>
              </ThreadForm>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function OfferForm({ thread, reply: { values, errors } }: { thread: ThreadView; reply: FormReply }) {
  return (
    <ThreadForm intent="propose" version={thread.version}>
      <div className="time-fields">
        {Array.from({ length: TIMES_AT_ONCE }, (_, at) => `at${at + 1}`).map((name, at) => (
          <TextField
            key={name}
            id={name}
            name={name}
            label={`Time ${at + 1}`}
            isOptional={at > 0}
            type="datetime-local"
            defaultValue={values[name] ?? ""}
            errors={errors[name] ?? []}
            autoFocus={errors[name] !== undefined}
          />
        ))}
        <SelectField
          id="minutes"
          name="minutes"
          label="How long"
          defaultValue={values["minutes"] ?? "30"}
          errors={errors["minutes"] ?? []}
        >
          {CONSULTATION_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {`${minutes} minutes`}
            </option>
          ))}
        </SelectField>
      </div>
      <ZoneField id="zone" value={values["zone"]} errors={errors["zone"] ?? []} />
      <div>
        <Button look="quiet">Propose these times</Button>
      </div>
    </ThreadForm>
  );
}

function BookForm({ thread, reply: { values, errors } }: { thread: ThreadView; reply: FormReply }) {
  return (
    <ThreadForm intent="book" version={thread.version}>
      <TextField
        id="bookAt"
        name="bookAt"
        label="Consultation on"
        type="datetime-local"
        defaultValue={values["bookAt"] ?? ""}
        errors={errors["bookAt"] ?? []}
        autoFocus={errors["bookAt"] !== undefined}
      />
      <ZoneField id="book-zone" value={values["zone"]} errors={errors["zone"] ?? []} />
      <div>
        <Button look="quiet">Book this time</Button>
      </div>
    </ThreadForm>
  );
}
