import { OwnPasswordField } from "#app/domain/accounts/own-password-field.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type ConfirmView = { displayName: string; hasSecondFactor: boolean };

/** Asks for the password again before something that a session alone must not do. */
export function ConfirmScreen({ view, reply }: { view: ConfirmView; reply: FormReply | null }) {
  const errors = reply?.errors ?? {};
  return (
    <div className="page-narrow stack stack-wide">
      <header className="stack stack-tight">
        <h1>Confirm that it is you</h1>
        <p>
          {`You are signed in as ${view.displayName}. What you are about to do asks for your password once more, so that nobody does it on a device you left open. For ten minutes it is not asked for again.`}
        </p>
      </header>
      <FormErrors errors={errors} />
      <form method="post" className="stack">
        <OwnPasswordField id="currentPassword" autoFocus={!errors["code"]} errors={errors["currentPassword"]} />
        {view.hasSecondFactor ? (
          <TextField
            id="code"
            name="code"
            label="Code"
            hint="Six digits from your authenticator app, or one of your recovery codes."
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            required
            autoFocus={Boolean(errors["code"])}
            errors={errors["code"] ?? []}
          />
        ) : null}
        <div className="row">
          <Button>Confirm</Button>
          <a href="/forgot-password">Forgot password</a>
        </div>
      </form>
    </div>
  );
}
