import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { CLAIM_STATUS_WORDS } from "#app/domain/technicians/claim-words.ts";
import type { OwnClaim } from "#app/domain/technicians/find-own-claims.server.ts";
import { CLAIM_METHODS, CODE_TRIES } from "#app/domain/technicians/listing-claim.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay, plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  sent: "Your claim was sent.",
  proven: "That was right. Your claim is with a moderator now.",
  withdrawn: "Your claim is withdrawn.",
} as const;

const isDone = (word: string | null): word is keyof typeof DONE => word !== null && Object.hasOwn(DONE, word);

type Props = { claim: OwnClaim; done: string | null; reply: FormReply | null };

/** One's own claim: its state, what comes next, and the way out of it. */
export function OwnClaimScreen({ claim, done, reply }: Props) {
  const { profile, status, method, statement, sentTo, madeOn, hasDocument } = claim;
  return (
    <div className="page-narrow stack stack-wide claims">
      <header className="stack stack-tight">
        <h1>{`Your claim on ${profile.name}`}</h1>
        <p className="chips">
          <span className={status === "granted" ? "chip chip-checked" : "chip"}>{CLAIM_STATUS_WORDS[status]}</span>
        </p>
      </header>
      {isDone(done) && reply === null ? <Notice isNews>{DONE[done]}</Notice> : null}
      {reply !== null && !claim.can.giveCode ? <FormErrors errors={reply.errors} /> : null}
      <section className="stack" aria-labelledby="next">
        <h2 id="next">What comes next</h2>
        <NextStep claim={claim} />
        {claim.can.giveCode ? <CodeForm claim={claim} reply={reply ?? EMPTY_REPLY} /> : null}
      </section>
      <section className="stack" aria-labelledby="about">
        <h2 id="about">What you sent</h2>
        <dl className="facts">
          <div>
            <dt>Made on</dt>
            <dd>{formatDay(madeOn)}</dd>
          </div>
          <div>
            <dt>Proof</dt>
            <dd>{CLAIM_METHODS[method].title}</dd>
          </div>
          {sentTo === null ? null : (
            <div>
              <dt>Link sent to</dt>
              <dd>{sentTo}</dd>
            </div>
          )}
          <div>
            <dt>Who you are to the studio</dt>
            <dd className="words">{statement}</dd>
          </div>
        </dl>
        {hasDocument ? (
          <p>
            <a href="/account/photos#documents">Your document, and who looked at it</a>
          </p>
        ) : null}
        <p>
          <a href={technicianPath(profile.slug)}>See the listing</a>
        </p>
      </section>
      {claim.can.withdraw ? <Withdraw version={claim.version} /> : null}
    </div>
  );
}

function NextStep({ claim }: { claim: OwnClaim }) {
  const { status, keeperUntil, refusal, profile } = claim;
  switch (status) {
    case "awaiting_code":
      return <p>{codeWords(claim)}</p>;
    case "awaiting_moderator":
      return (
        <p>
          {keeperUntil === null
            ? "A moderator compares what you sent with what is known about the studio, usually within a few days. You get a mail."
            : `Somebody keeps this profile, and has until ${formatDay(keeperUntil)} to answer. A moderator decides after that, or as soon as they have answered. You get a mail.`}
        </p>
      );
    case "granted":
      return (
        <>
          <p>The profile is yours. Complete it, then publish it.</p>
          <div>
            <ButtonLink href="/studio/publish">Go to your profile</ButtonLink>
          </div>
        </>
      );
    case "refused":
      return (
        <>
          <Notice tone="amber">
            <p>
              {refusal === null
                ? "Refused."
                : `${CHECK_REASONS[refusal.reason].title}. ${CHECK_REASONS[refusal.reason].rule}`}
            </p>
            {refusal === null || refusal.note === null ? null : <p className="words">{refusal.note}</p>}
          </Notice>
          <Again slug={profile.slug} />
        </>
      );
    case "lapsed":
      return (
        <>
          <p>
            {claim.triesLeft === 0
              ? `The code was typed wrong ${CODE_TRIES} times, so it is void.`
              : "The link or code was not used in time."}
          </p>
          <Again slug={profile.slug} />
        </>
      );
    case "withdrawn":
      return <Again slug={profile.slug} />;
  }
}

function codeWords({ method, sentTo, worksUntil }: OwnClaim): string {
  const until = worksUntil === null ? null : `${formatDay(worksUntil)}, ${worksUntil.slice(11, 16)} UTC`;
  if (method === "domain_email") {
    return until === null
      ? "The link was not used in time."
      : `We mailed a link to ${sentTo ?? "the studio"}. Open it in this browser until ${until}.`;
  }
  const way = method === "post_code" ? "sends you a letter" : "calls the studio";
  if (until === null) return `A moderator makes a code and ${way}. You get a mail when it is on its way.`;
  return `Your code ${method === "post_code" ? "is in the post" : "is read out on the studio’s telephone"}. It works until ${until}.`;
}

function CodeForm({ claim: { triesLeft }, reply: { errors } }: { claim: OwnClaim; reply: FormReply }) {
  return (
    <form method="post" className="card stack" noValidate>
      <FormErrors errors={errors} />
      <input type="hidden" name="intent" value="code" />
      <TextField
        id="code"
        name="code"
        label="Code"
        hint={`Eight digits. ${plural(triesLeft, "try", "tries")} left.`}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        autoFocus={errors["code"] !== undefined}
        errors={errors["code"] ?? []}
      />
      <div>
        <Button>Use this code</Button>
      </div>
    </form>
  );
}

function Again({ slug }: { slug: string }) {
  return (
    <p>
      <a href={`${technicianPath(slug)}/claim`}>Claim it again</a>
      {" or "}
      <a href="/studio/start">create a new profile</a>
    </p>
  );
}

function Withdraw({ version }: { version: number }) {
  return (
    <details className="disclosure">
      <summary>Withdraw this claim</summary>
      <form method="post" className="stack stack-tight">
        <p>A document that came with it is deleted. You can claim the listing again.</p>
        <input type="hidden" name="version" value={version} />
        <div>
          <Button look="red" name="intent" value="withdraw">
            Withdraw
          </Button>
        </div>
      </form>
    </details>
  );
}
