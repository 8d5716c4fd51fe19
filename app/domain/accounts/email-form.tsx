import { LONGEST_EMAIL } from "#app/domain/accounts/account-bounds.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** Asks for an address that a link goes to; `label` is the button's. */
export function EmailForm({ reply: { values, errors }, label }: { reply: FormReply; label: string }) {
  return (
    <form method="post" className="stack" noValidate>
      <TextField
        id="email"
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={LONGEST_EMAIL}
        required
        defaultValue={values["email"]}
        errors={errors["email"]}
        autoFocus={errors["email"] !== undefined}
      />
      <div>
        <Button>{label}</Button>
      </div>
    </form>
  );
}
