import type { KeepersClaim } from "#app/domain/technicians/answer-listing-claim.server.ts";
import { CLAIM_WORDS } from "#app/domain/technicians/listing-claim.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { claim: KeepersClaim; isJustAnswered: boolean; reply: FormReply | null };

/** What whoever keeps a profile is asked when somebody else claims it. Who that is, is not theirs to know. */
export function ObjectionScreen({ claim, isJustAnswered, reply }: Props) {
  const { profile } = claim;
  return (
    <div className="page-narrow stack stack-wide claims">
      <header className="stack">
        <h1>{`Somebody else claims ${profile.name}`}</h1>
        <p>
          {"They have shown something for it, and a moderator decides. "}
          <a href={technicianPath(profile.slug)}>See the profile</a>
        </p>
      </header>
      {isJustAnswered ? (
        <Notice isNews>Your answer was sent. You get a mail if the profile changes hands.</Notice>
      ) : null}
      {reply !== null && !claim.canAnswer ? <FormErrors errors={reply.errors} /> : null}
      {claim.canAnswer ? <AnswerForms claim={claim} reply={reply ?? EMPTY_REPLY} /> : <Standing claim={claim} />}
    </div>
  );
}

const OUTCOMES: Record<string, string> = {
  awaiting_moderator: "The decision is open. Until then you keep the profile.",
  granted: "The claim was granted: the profile went to whoever made it.",
  refused: "The claim was refused: the profile stays as it is.",
  withdrawn: "The claim was withdrawn: the profile stays as it is.",
};

function Standing({ claim: { status, answer, objection } }: { claim: KeepersClaim }) {
  return (
    <section className="stack" aria-labelledby="standing">
      <h2 id="standing">How it stands</h2>
      <p>{OUTCOMES[status] ?? ""}</p>
      {answer === "agreed" ? <p>You said that the profile may go to them.</p> : null}
      {answer === "silent" ? <p>The time to answer is over.</p> : null}
      {objection === null ? null : (
        <>
          <h3>What you said</h3>
          <p className="words">{objection}</p>
        </>
      )}
    </section>
  );
}

function AnswerForms({ claim: { until }, reply: { values, errors } }: { claim: KeepersClaim; reply: FormReply }) {
  return (
    <>
      <form method="post" className="card stack" noValidate aria-labelledby="object">
        <h2 id="object">The profile is mine</h2>
        <p>{`You have until ${formatDay(until)}. You can answer once.`}</p>
        <FormErrors errors={errors} />
        <TextAreaField
          id="objection"
          name="objection"
          label="Why is it yours?"
          hint="In your own words. Only moderators read this."
          rows={6}
          maxLength={CLAIM_WORDS.longest}
          required
          defaultValue={values["objection"] ?? ""}
          autoFocus={errors["objection"] !== undefined}
          errors={errors["objection"] ?? []}
        />
        <div>
          <Button name="intent" value="object">
            Object
          </Button>
        </div>
      </form>
      <details className="disclosure">
        <summary>It may go to them</summary>
        <form method="post" className="stack stack-tight">
          <p>A moderator can decide at once then. If the claim is granted, you no longer keep this profile.</p>
          <div>
            <Button look="red" name="intent" value="agree">
              It may go to them
            </Button>
          </div>
        </form>
      </details>
    </>
  );
}
