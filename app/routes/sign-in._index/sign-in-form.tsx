import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { OwnPasswordField } from "#app/domain/accounts/own-password-field.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

const NEWS = {
  "signed-out": "You are signed out on this device.",
  "new-password": "Your new password is set, and all your sessions were ended. Sign in with it now.",
} as const;

type SignInFormProps = { reply: FormReply; returnTo: string; news: keyof typeof NEWS | null };

export function SignInForm({ reply: { values, errors }, returnTo, news }: SignInFormProps) {
  const firstBad = ["email", "password"].find((name) => errors[name]) ?? (errors["form"] ? "password" : undefined);
  const focus = (name: string) => (name === firstBad ? { autoFocus: true } : {});
  return (
    <EntryFrame
      title="Sign in"
      errors={errors}
      below={
        <>
          <p>
            <a href="/forgot-password">Forgot password</a>
          </p>
          <p>
            {"New here? "}
            <a href={`/sign-up?${new URLSearchParams({ returnTo }).toString()}`}>Make an account</a>
          </p>
        </>
      }
    >
      {news ? <Notice isNews>{NEWS[news]}</Notice> : null}
      <form method="post" className="stack" noValidate>
        <TextField
          id="email"
          name="email"
          label="Email"
          type="email"
          autoComplete="username"
          required
          defaultValue={values["email"]}
          errors={errors["email"]}
          {...focus("email")}
        />
        <OwnPasswordField errors={errors["password"]} {...focus("password")} />
        <div>
          <Button>Sign in</Button>
        </div>
      </form>
    </EntryFrame>
  );
}
