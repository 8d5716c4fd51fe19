import { AccountFrame } from "#app/domain/accounts/account-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay, plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type AuthenticatorView = {
  state: "off" | "started" | "on";
  since: string | null;
  codesLeft: number;
  /** While it is being set up: the seed in groups of four, and the same as a drawing. */
  seed: string[];
  qr: { size: number; path: string } | null;
  /** Just made; shown this once. */
  recoveryCodes: string[];
  /** Moderators can't do without. */
  isRequired: boolean;
  /** Where the reader was on the way to. */
  returnTo: string | null;
};

/** The second factor of an account: set up, recovery codes, turn off. */
export function AuthenticatorScreen({ view, reply }: { view: AuthenticatorView; reply: FormReply | null }) {
  return (
    <AccountFrame
      current="security"
      title="Your authenticator"
      lead="An app on your phone that shows a new six-digit code every half minute. With it, your password alone is not enough to sign in as you."
    >
      {view.recoveryCodes.length > 0 ? <RecoveryCodes view={view} /> : null}
      {view.state === "off" ? <Off view={view} /> : null}
      {view.state === "started" ? <Started view={view} reply={reply} /> : null}
      {view.state === "on" ? <On view={view} /> : null}
    </AccountFrame>
  );
}

function Off({ view: { isRequired, returnTo } }: { view: AuthenticatorView }) {
  return (
    <section className="stack" aria-labelledby="off">
      <h2 id="off">Not set up yet</h2>
      {isRequired ? (
        <Notice tone="amber">
          {`Moderators decide about other people, so they sign in with an authenticator.${returnTo ? " Set it up now; you come back to where you were going." : ""}`}
        </Notice>
      ) : null}
      <p>
        You need an authenticator app: your phone’s password manager may have one built in, and there are free ones in
        every app store. Nothing is sent to your phone, and no phone number is asked for.
      </p>
      <form method="post">
        <Button name="intent" value="start">
          Set up an authenticator
        </Button>
      </form>
    </section>
  );
}

function Started({ view: { qr, seed }, reply }: { view: AuthenticatorView; reply: FormReply | null }) {
  const errors = reply?.errors["code"] ?? [];
  return (
    <section className="stack stack-wide" aria-labelledby="started">
      <FormErrors errors={reply?.errors ?? {}} />
      <div className="stack">
        <h2 id="started">1. Add Hairline to your app</h2>
        <p>Scan this picture with the app, or type the key in by hand.</p>
        {qr ? (
          <svg
            className="qr-code"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label="Picture of the key below, for your app to scan"
            shapeRendering="crispEdges"
          >
            <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
            <path fill="#000" d={qr.path} />
          </svg>
        ) : null}
        <p id="key">The key, if you can’t scan:</p>
        <code className="seed" aria-labelledby="key" role="group">
          {seed.map((group, index) => (
            <span key={`${index} ${group}`}>{group}</span>
          ))}
        </code>
      </div>
      <form method="post" className="stack">
        <h2>2. Enter the code it shows</h2>
        <TextField
          id="code"
          name="code"
          label="Code"
          hint="Six digits. Your app shows a new one every half minute."
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
          autoFocus={errors.length > 0}
          errors={errors}
        />
        <div className="row">
          <Button name="intent" value="confirm">
            Turn the authenticator on
          </Button>
        </div>
      </form>
      <form method="post" className="row">
        <Button look="quiet" name="intent" value="start">
          Start again with another key
        </Button>
        <Button look="quiet" name="intent" value="remove">
          Cancel
        </Button>
      </form>
    </section>
  );
}

function RecoveryCodes({ view: { recoveryCodes, returnTo } }: { view: AuthenticatorView }) {
  return (
    <section className="stack" aria-labelledby="codes">
      <h2 id="codes">Your recovery codes</h2>
      <Notice tone="amber" isNews>
        Keep them now: they are shown only this once. Print this page, or write them down and put them where you keep
        papers.
      </Notice>
      <p>If you lose your phone, each of them signs you in once in place of a code from the app.</p>
      <ol className="recovery-codes card">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="no-print">
        <ButtonLink href={returnTo ?? "/account/security"}>I have kept them, continue</ButtonLink>
      </p>
    </section>
  );
}

function On({ view: { since, codesLeft, isRequired, recoveryCodes } }: { view: AuthenticatorView }) {
  return (
    <>
      <section className="stack no-print" aria-labelledby="on">
        <h2 id="on">The authenticator is on</h2>
        <p>
          {since ? `Since ${formatDay(since)}. ` : ""}
          Signing in asks for your password and a code.
        </p>
      </section>
      {recoveryCodes.length > 0 ? null : (
        <section className="stack" aria-labelledby="left">
          <h2 id="left">Recovery codes</h2>
          <p>{`${plural(codesLeft, "unused code")} left of ten. They sign you in when your phone is lost.`}</p>
          <form method="post" className="stack stack-tight">
            <p className="muted">Making new ones ends the old ones at once.</p>
            <div>
              <Button look="quiet" name="intent" value="codes">
                Make ten new codes
              </Button>
            </div>
          </form>
        </section>
      )}
      <section className="stack no-print" aria-labelledby="turn-off">
        <h2 id="turn-off">Turn it off</h2>
        {isRequired ? (
          <p>
            Moderators can’t turn it off. To move it to a new phone, ask another moderator to take you off the list of
            moderators, turn it off and set it up again here, and have them appoint you anew.
          </p>
        ) : (
          <form method="post" className="stack stack-tight">
            <p>Then your password alone signs you in again, and the recovery codes end.</p>
            <div>
              <Button look="red" name="intent" value="remove">
                Turn the authenticator off
              </Button>
            </div>
          </form>
        )}
      </section>
    </>
  );
}
