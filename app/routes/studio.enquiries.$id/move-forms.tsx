import { MOST_MESSAGE } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadView } from "#app/domain/enquiries/find-enquiry.server.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ThreadForm } from "#app/routes/studio.enquiries.$id/thread-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";

type Props = { thread: ThreadView; today: string; treat: FormReply; decline: FormReply };
const hasErrors = ({ errors }: FormReply) => Object.keys(errors).length > 0;

/** How an enquiry ends: in a treatment, with a no, or in nothing. */
export function MoveForms({ thread, today, treat, decline }: Props) {
  const { can, version, isBlocked } = thread;
  return (
    <section className="stack" aria-labelledby="end-title">
      <h2 id="end-title">What became of it</h2>
      {can.treat ? (
        <ThreadForm intent="treat" version={version}>
          <TextField
            id="treatedOn"
            name="treatedOn"
            label="Day of the treatment"
            hint="With several sessions, the last one so far. We then invite the client to review you: that goes to everybody treated through Hairline and can’t be left out."
            type="date"
            max={today}
            defaultValue={treat.values["treatedOn"] ?? today}
            errors={treat.errors["treatedOn"] ?? []}
            autoFocus={treat.errors["treatedOn"] !== undefined}
          />
          <div>
            <Button look="quiet">Mark as treated</Button>
          </div>
        </ThreadForm>
      ) : null}
      {can.decline ? (
        <Disclosure summary="Decline" isOpen={hasErrors(decline)}>
          <ThreadForm intent="decline" version={version}>
            {isBlocked ? null : (
              <TextAreaField
                id="words"
                name="words"
                label="Words to the client"
                isOptional
                rows={3}
                maxLength={MOST_MESSAGE}
                defaultValue={decline.values["words"] ?? ""}
                errors={decline.errors["words"] ?? []}
              />
            )}
            <div>
              <Button look="red">Decline this enquiry</Button>
            </div>
          </ThreadForm>
        </Disclosure>
      ) : null}
      <div className="row">
        {can.close ? (
          <ThreadForm intent="close" version={version}>
            <Button look="quiet">Close</Button>
          </ThreadForm>
        ) : null}
        <ThreadForm intent={isBlocked ? "unblock" : "block"} version={version}>
          <Button look={isBlocked ? "quiet" : "red"}>{isBlocked ? "Unblock" : "Block this person"}</Button>
        </ThreadForm>
      </div>
      {isBlocked ? null : <p className="small muted">After blocking, neither of you can write in this thread.</p>}
    </section>
  );
}
