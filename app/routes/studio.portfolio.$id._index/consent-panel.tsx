import { CONSENT_STATE_WORDS } from "#app/domain/portfolio/consent-state.ts";
import { CONSENT_DAYS, OWN_HEAD_WORDS } from "#app/domain/portfolio/consent-words.ts";
import type { OwnCase } from "#app/domain/portfolio/own-case.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";

type ConsentPanelProps = { portfolioCase: OwnCase; asked: FormReply | null; ownHead: FormReply | null };

/** Whether the person in the pictures agreed, and how to ask them. */
export function ConsentPanel({ portfolioCase, asked, ownHead }: ConsentPanelProps) {
  const { consent, consentUntil, isOwnHead, isChangeable, photos } = portfolioCase;
  const isGiven = consent === "given";
  return (
    <section id="consent" className="stack" aria-labelledby="consent-title">
      <h2 id="consent-title">Consent of the person in the pictures</h2>
      <p>
        <b>{CONSENT_STATE_WORDS[consent]}</b>
        {consentUntil === null ? null : ` They can answer until ${formatDay(consentUntil)}.`}
        {isGiven && isOwnHead ? " You said that the pictures show yourself." : null}
      </p>
      {!isChangeable || isGiven ? null : photos.length === 0 ? (
        <p className="muted">Add all pictures first: a yes is for exactly those that are here when it is given.</p>
      ) : (
        <>
          <form method="post" className="card stack" noValidate>
            <h3>Ask by mail</h3>
            <p>
              {`They see the pictures, answer yes or no within ${CONSENT_DAYS} days, and can take a yes back at any time, by the same link.`}
            </p>
            <TextField
              id="email"
              name="email"
              label="Email of the person in the pictures"
              type="email"
              autoComplete="off"
              hint="Used for this one mail and not kept."
              defaultValue={asked?.values["email"] ?? ""}
              errors={asked?.errors["email"] ?? []}
              required
            />
            <div>
              <Button name="intent" value="ask_consent">
                {consent === "not_asked" ? "Ask for consent" : "Ask again"}
              </Button>
            </div>
          </form>
          <Disclosure summary="The pictures show myself" isOpen={ownHead !== null}>
            <form method="post" className="stack">
              <p>
                Then no mail is needed: what you confirm here, signed in, counts. A moderator sees that you said so.
              </p>
              <ChoiceGroup label="Your own consent" errors={ownHead?.errors["isOwnHead"] ?? []}>
                <Choice type="checkbox" id="isOwnHead" name="isOwnHead" value="yes" label={OWN_HEAD_WORDS} />
              </ChoiceGroup>
              <div>
                <Button look="quiet" name="intent" value="own_head">
                  Confirm
                </Button>
              </div>
            </form>
          </Disclosure>
        </>
      )}
    </section>
  );
}
