import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { Button } from "#app/ui/button.tsx";

/** The same words whether the account is new or the address had one: only its owner reads the mail. */
export function CheckYourMail({ email }: { email: string }) {
  return (
    <EntryFrame
      title="Check your mail"
      lead={
        <>
          {"We sent a mail to "}
          <strong>{email}</strong>
          {". It says how to go on; the link in it works for 24 hours."}
        </>
      }
      below={
        <p>
          {"You can also "}
          <a href="/sign-in">sign in</a>
          {" right away. Reviews wait until the address is confirmed."}
        </p>
      }
    >
      <p>Nothing there after a few minutes? Look into the folder for unwanted mail, or have it sent again.</p>
      <form method="post" action="/verify-email" className="row">
        <input type="hidden" name="email" value={email} />
        <Button look="quiet">Send it again</Button>
      </form>
    </EntryFrame>
  );
}
