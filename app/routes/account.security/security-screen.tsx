import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import { OwnPasswordField } from "#app/domain/accounts/own-password-field.tsx";
import { PASSWORD_HINT } from "#app/domain/accounts/password.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { SessionList } from "#app/routes/account.security/session-list.tsx";
import type { ShownSession } from "#app/routes/account.security/session-list.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Choice, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  password: "Your password is changed.",
  address:
    "If the address can be used, a mail with a link is on its way to it. Your address changes once you open the link; a notice went to the address you have now.",
  ended: "Signed out there.",
} as const;
export type Done = keyof typeof DONE;

export function isDone(word: string | null): word is Done {
  return word !== null && Object.hasOwn(DONE, word);
}

export type SecurityView = {
  address: string;
  hasAuthenticator: boolean;
  recoveryCodesLeft: number;
  sessions: ShownSession[];
  /** What was just done. */
  done: Done | null;
};
/** A form that came back, and which one. */
export type SecurityReply = FormReply & { intent: "password" | "address" };

/** The keys of an account: password, authenticator, address, and where somebody is signed in. */
export function SecurityScreen({ view, reply }: { view: SecurityView; reply: SecurityReply | null }) {
  const replyTo = (intent: SecurityReply["intent"]) => (reply?.intent === intent ? reply : null);
  return (
    <AccountFrame current="security" title="Security">
      {view.done && !reply ? <Notice isNews>{DONE[view.done]}</Notice> : null}
      <PasswordForm reply={replyTo("password")} />
      <section className="stack" aria-labelledby="authenticator">
        <h2 id="authenticator">Authenticator</h2>
        <p>
          {view.hasAuthenticator
            ? `On: signing in asks for a code from your app. ${plural(view.recoveryCodesLeft, "recovery code")} left.`
            : "Off. An authenticator app makes sure that your password alone is not enough to sign in as you."}
        </p>
        <div>
          <ButtonLink look="quiet" href="/account/authenticator">
            {view.hasAuthenticator ? "Manage the authenticator" : "Set up an authenticator"}
          </ButtonLink>
        </div>
      </section>
      <AddressForm address={view.address} reply={replyTo("address")} />
      <SessionList sessions={view.sessions} />
    </AccountFrame>
  );
}

function PasswordForm({ reply }: { reply: FormReply | null }) {
  const errors = reply?.errors ?? {};
  return (
    <section className="stack" aria-labelledby="password-form">
      <h2 id="password-form">Password</h2>
      <FormErrors errors={errors} />
      <form method="post" className="stack">
        <OwnPasswordField
          id="currentPassword"
          label="Current password"
          autoFocus={Boolean(errors["currentPassword"])}
          errors={errors["currentPassword"]}
        />
        <TextField
          id="newPassword"
          name="newPassword"
          type="password"
          label="New password"
          hint={PASSWORD_HINT}
          autoComplete="new-password"
          required
          autoFocus={Boolean(errors["newPassword"]) && !errors["currentPassword"]}
          errors={errors["newPassword"] ?? []}
        />
        <Choice
          type="checkbox"
          name="endOthers"
          value="yes"
          defaultChecked={reply === null || reply.values["endOthers"] === "yes"}
          label="Sign me out everywhere else"
        />
        <div>
          <Button name="intent" value="password">
            Change password
          </Button>
        </div>
      </form>
    </section>
  );
}

function AddressForm({ address, reply }: { address: string; reply: FormReply | null }) {
  const errors = reply?.errors ?? {};
  return (
    <section className="stack" aria-labelledby="address-form">
      <h2 id="address-form">E-mail address</h2>
      <p>
        {"Now: "}
        <strong>{address}</strong>
      </p>
      <FormErrors errors={errors} />
      <form method="post" className="stack">
        <TextField
          id="email"
          name="email"
          type="email"
          label="New e-mail address"
          hint="A link is mailed to it. Until you open the link, the address you have now stays."
          autoComplete="email"
          required
          defaultValue={reply?.values["email"] ?? ""}
          autoFocus={Boolean(errors["email"])}
          errors={errors["email"] ?? []}
        />
        <OwnPasswordField autoFocus={Boolean(errors["password"]) && !errors["email"]} errors={errors["password"]} />
        <div>
          <Button name="intent" value="address">
            Change e-mail address
          </Button>
        </div>
      </form>
    </section>
  );
}
