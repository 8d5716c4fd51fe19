import { MOST_INVITED_AT_ONCE } from "#app/domain/reviews/invitation-addresses.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";

/** Sends invitations to addresses that the technician knows; the addresses are not kept. */
export function MailForm({ reply: { values, errors } }: { reply: FormReply }) {
  return (
    <section className="stack" aria-labelledby="mail-title">
      <h2 id="mail-title">Invite by mail</h2>
      <p>
        Each client gets a mail with a link and a code of their own. It names you and nothing about their treatment. We
        don’t keep the addresses. Only write to people who were your clients.
      </p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="mail" />
        <TextAreaField
          id="addresses"
          name="addresses"
          label="E-mail addresses"
          hint={`One a line, up to ${MOST_INVITED_AT_ONCE}.`}
          rows={4}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values["addresses"] ?? ""}
          errors={errors["addresses"] ?? []}
          autoFocus={errors["addresses"] !== undefined}
        />
        <div>
          <Button>Send invitations</Button>
        </div>
      </form>
    </section>
  );
}
