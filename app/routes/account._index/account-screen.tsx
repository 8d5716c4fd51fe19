import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay, joinWords } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  name: "Your display name is changed.",
  resend: "If your address waits to be confirmed, a new mail with a link is on its way. Older links no longer work.",
} as const;
type Done = keyof typeof DONE;

export function isDone(word: string | null): word is Done {
  return word !== null && Object.hasOwn(DONE, word);
}

const KINDS = {
  client: "client: you can write reviews and follow-ups",
  technician: "technician: you keep a profile",
  moderator: "moderator: you check reviews and evidence of others",
} as const;

export type AccountView = {
  displayName: string;
  address: string;
  isAddressConfirmed: boolean;
  kinds: (keyof typeof KINDS)[];
  memberSince: string;
  /** What was just done. */
  done: Done | null;
};

/** The overview of somebody's own account. */
export function AccountScreen({ view, reply }: { view: AccountView; reply: FormReply | null }) {
  return (
    <AccountFrame current="overview" title="Your account" lead={`Since ${formatDay(view.memberSince)}`}>
      {view.done && !reply ? <Notice isNews>{DONE[view.done]}</Notice> : null}
      <NameForm name={view.displayName} reply={reply} />
      <Address view={view} />
      <section className="stack" aria-labelledby="kinds">
        <h2 id="kinds">What this account is for</h2>
        <p>{`You are a ${joinWords(
          view.kinds.map((kind) => KINDS[kind]),
          "and a",
        )}.`}</p>
        {view.kinds.includes("technician") ? null : (
          <p>
            {"Are you a technician? "}
            <a href="/studio/start">Create or claim your profile</a>
          </p>
        )}
      </section>
      <section className="stack" aria-labelledby="more">
        <h2 id="more">More</h2>
        <ul className="account-rows">
          <li>
            <a href="/account/reviews">My reviews</a>
            <span className="muted">Drafts, what is being checked, what is published</span>
          </li>
          <li>
            <a href="/account/photos">Photos and documents</a>
            <span className="muted">What you sent, and how to take it back</span>
          </li>
          <li>
            <a href="/account/security">Security</a>
            <span className="muted">Password, authenticator, where you are signed in</span>
          </li>
        </ul>
      </section>
    </AccountFrame>
  );
}

function NameForm({ name, reply }: { name: string; reply: FormReply | null }) {
  const errors = reply?.errors ?? {};
  return (
    <section className="stack" aria-labelledby="name-form">
      <h2 id="name-form">The name others see</h2>
      <FormErrors errors={errors} />
      <form method="post" className="stack">
        <TextField
          id="displayName"
          name="displayName"
          label="Display name"
          hint="It stands beside your reviews, for everybody to read. It doesn’t have to be your real name: losing hair is private."
          autoComplete="nickname"
          maxLength={60}
          required
          defaultValue={reply?.values["displayName"] ?? name}
          autoFocus={Boolean(errors["displayName"])}
          errors={errors["displayName"] ?? []}
        />
        <div>
          <Button name="intent" value="name">
            Save name
          </Button>
        </div>
      </form>
    </section>
  );
}

function Address({ view: { address, isAddressConfirmed } }: { view: AccountView }) {
  return (
    <section className="stack" aria-labelledby="address">
      <h2 id="address">E-mail address</h2>
      <p>
        <strong>{address}</strong>
        {isAddressConfirmed ? " · confirmed" : " · not confirmed yet"}
      </p>
      <p className="muted">
        You sign in with it, and it gets the mails about your reviews. Nobody else is shown it.
        {isAddressConfirmed ? null : " Until it is confirmed, reviews you send wait."}
      </p>
      <div className="row">
        {isAddressConfirmed ? null : (
          <form method="post">
            <Button look="quiet" name="intent" value="resend">
              Send the mail again
            </Button>
          </form>
        )}
        <a href="/account/security#address-form">Change the address</a>
      </div>
    </section>
  );
}
