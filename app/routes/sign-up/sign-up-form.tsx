import { LONGEST_EMAIL, LONGEST_NAME } from "#app/domain/accounts/account-bounds.ts";
import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { PASSWORD_HINT } from "#app/domain/accounts/password.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, TextField } from "#app/ui/field.tsx";

export function SignUpForm({ reply: { values, errors }, returnTo }: { reply: FormReply; returnTo: string }) {
  const firstBad = ["email", "displayName", "password", "isAdult"].find((name) => errors[name]);
  const focus = (name: string) => (name === firstBad ? { autoFocus: true } : {});
  return (
    <EntryFrame
      title="Make an account"
      lead="With an account you can review a technician and say later how the result has healed."
      errors={errors}
      below={
        <p>
          {"You have an account? "}
          <a href={`/sign-in?${new URLSearchParams({ returnTo }).toString()}`}>Sign in</a>
        </p>
      }
    >
      <form method="post" className="stack" noValidate>
        <TextField
          id="email"
          name="email"
          label="Email"
          hint="Never shown to anybody. We mail a link there to confirm it."
          type="email"
          autoComplete="email"
          maxLength={LONGEST_EMAIL}
          required
          defaultValue={values["email"]}
          errors={errors["email"]}
          {...focus("email")}
        />
        <TextField
          id="displayName"
          name="displayName"
          label="Display name"
          hint="Stands beside your reviews. A made-up name is welcome."
          autoComplete="nickname"
          maxLength={LONGEST_NAME}
          required
          defaultValue={values["displayName"]}
          errors={errors["displayName"]}
          {...focus("displayName")}
        />
        <TextField
          id="password"
          name="password"
          label="Password"
          hint={PASSWORD_HINT}
          type="password"
          autoComplete="new-password"
          required
          errors={errors["password"]}
          {...focus("password")}
        />
        <div className="field">
          <Choice
            type="checkbox"
            id="isAdult"
            name="isAdult"
            value="yes"
            label="I am 18 or older"
            required
            defaultChecked={values["isAdult"] === "yes"}
            aria-invalid={errors["isAdult"] ? true : undefined}
            aria-describedby={errors["isAdult"] ? "isAdult-error" : undefined}
            {...focus("isAdult")}
          />
          {errors["isAdult"] ? (
            <div className="field-error" id="isAdult-error">
              {errors["isAdult"].join(" ")}
            </div>
          ) : null}
        </div>
        <p className="muted small">
          {"By making an account you accept the "}
          <a href="/terms">terms</a>
          {". What we keep about you, and why, stands in the "}
          <a href="/privacy">privacy notice</a>.
        </p>
        <div>
          <Button>Make the account</Button>
        </div>
      </form>
    </EntryFrame>
  );
}
