import { EntryFrame } from "#app/domain/accounts/entry-frame.tsx";
import { OwnPasswordField } from "#app/domain/accounts/own-password-field.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

type VerifyEmailScreenProps = { errors: Record<string, string[]>; isOver: boolean; asksForPassword: boolean };

export function VerifyEmailScreen({ errors, isOver, asksForPassword }: VerifyEmailScreenProps) {
  if (isOver) {
    return (
      <EntryFrame
        title="This link no longer works"
        lead="It was used already, is too old, or a newer one was sent. If your address is confirmed, there is nothing left to do."
      >
        <div className="row">
          <ButtonLink href="/verify-email">Send a new link</ButtonLink>
          <ButtonLink look="quiet" href="/account">
            Your account
          </ButtonLink>
        </div>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title="Confirm your address"
      lead={
        asksForPassword
          ? "Your account was not used in this browser before. Give its password, so that nobody can have you confirm an account that isn't yours."
          : "One press, and the address of your account is confirmed."
      }
      errors={errors}
      below={
        asksForPassword ? (
          <p>
            {"Not your account, or no password? Leave this page, or "}
            <a href="/forgot-password">set a new password</a>
            {", which confirms the address too."}
          </p>
        ) : null
      }
    >
      <form method="post" className="stack" noValidate>
        {asksForPassword ? (
          <OwnPasswordField autoFocus={errors["password"] !== undefined} errors={errors["password"]} />
        ) : null}
        <div>
          <Button>Confirm this address</Button>
        </div>
      </form>
    </EntryFrame>
  );
}
