import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import { CheckDecisionForm, CheckReasonFields } from "#app/domain/moderation/check-decision-form.tsx";
import { needsSecondModerator, reasonsFor } from "#app/domain/moderation/evidence-acts.ts";
import { COMPARED } from "#app/domain/moderation/evidence-item.ts";
import type { EvidenceItem, OpenProposal } from "#app/domain/moderation/evidence-item.ts";
import { Moment } from "#app/domain/moderation/moment.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** Verify, ask for a better copy, or refuse. */
export function VerifyForm({ item, reply }: { item: EvidenceItem; reply: FormReply }) {
  const { kind } = item;
  const isByTwo = needsSecondModerator("reject", kind);
  const reasons = [...new Set([...reasonsFor("reject", kind), ...reasonsFor("request_changes", kind)])];
  return (
    <CheckDecisionForm
      version={item.version}
      reasons={reasons}
      labels={{ approve: "Approve", reject: "Reject", request_changes: "Needs a better copy" }}
      approveHint={
        isByTwo
          ? "Shown as checked from then on. Rejecting an authorisation asks a second moderator first."
          : "Shown as checked from then on, with your name, today’s date and what you compared."
      }
      reply={reply}
    >
      <ExpiryFields item={item} reply={reply} />
      <ChoiceGroup
        label="What you compared"
        hint="For an approval. Readers are told it as the source."
        errors={reply.errors["compared"] ?? []}
      >
        {item.comparable.map((key, index) => (
          <Choice
            key={key}
            id={index === 0 ? "compared" : undefined}
            type="checkbox"
            name="compared"
            value={key}
            label={COMPARED[key].label}
            defaultChecked={reply.lists["compared"]?.includes(key) ?? false}
          />
        ))}
      </ChoiceGroup>
    </CheckDecisionForm>
  );
}

function ExpiryFields({ item, reply: { values, errors } }: { item: EvidenceItem; reply: FormReply }) {
  const typed = item.expiresOn !== null ? "date" : item.noExpiryReason === "none_under_regime" ? "none" : "unknown";
  const chosen = values["expiry"] || typed;
  const choices = {
    date: "Until a day",
    none: item.kind === "authorization" ? "It does not run out under this regime" : "It does not run out",
    unknown: "Not known",
  };
  return (
    <>
      <ChoiceGroup label="How long it holds" hint="As the document says it." errors={errors["expiry"] ?? []}>
        {(["date", "none", "unknown"] as const).map((key, index) => (
          <Choice
            key={key}
            id={index === 0 ? "expiry" : undefined}
            type="radio"
            name="expiry"
            value={key}
            label={choices[key]}
            defaultChecked={chosen === key}
          />
        ))}
      </ChoiceGroup>
      <TextField
        id="expiresOn"
        name="expiresOn"
        type="date"
        label="Expires on"
        hint="From this day on it no longer counts."
        isOptional
        errors={errors["expiresOn"] ?? []}
        defaultValue={values["expiresOn"] || (item.expiresOn ?? "")}
      />
    </>
  );
}

/** For what was verified and turned out wrong. */
export function WithdrawForm({ item, reply }: { item: EvidenceItem; reply: FormReply }) {
  const isByTwo = needsSecondModerator("withdraw", item.kind);
  return (
    <form method="post" className="card stack decision-form" aria-label="Withdraw" noValidate>
      <h2>{isByTwo ? "Put on hold" : "Withdraw"}</h2>
      <p>
        {isByTwo
          ? "It stops counting at once: on the profile, in search, in the API and in badges elsewhere. A second moderator then withdraws it or lets it stand."
          : "It stops counting at once, and its owner is told why. This can’t be undone."}
      </p>
      <FormErrors errors={reply.errors} />
      <input type="hidden" name="version" value={item.version} />
      <CheckReasonFields reasons={reasonsFor("withdraw", item.kind)} reply={reply} />
      <div className="row">
        <Button look="red" name="intent" value="withdraw" aria-keyshortcuts="x">
          {isByTwo ? "Put on hold and ask a second moderator" : "Withdraw"}
        </Button>
      </div>
    </form>
  );
}

/** What the first moderator proposed, for the second one. */
export function ProposalForm({
  item,
  proposal,
  reply,
}: {
  item: EvidenceItem;
  proposal: OpenProposal;
  reply: FormReply;
}) {
  const isWithdrawal = proposal.toStatus === "withdrawn";
  const { title, rule } = CHECK_REASONS[proposal.reason];
  return (
    <form method="post" className="card stack decision-form" aria-label="Second look" noValidate>
      <h2>Second look</h2>
      <FormErrors errors={reply.errors} />
      <p>
        {`${proposal.by} proposes to ${isWithdrawal ? "withdraw" : "reject"} it, since `}
        <Moment at={proposal.at} />
        {"."}
      </p>
      <dl className="facts">
        <div>
          <dt>{title}</dt>
          <dd>{rule}</dd>
        </div>
        <div>
          <dt>Facts</dt>
          <dd className="words">{proposal.note}</dd>
        </div>
      </dl>
      <input type="hidden" name="intent" value="second-look" />
      <input type="hidden" name="version" value={item.version} />
      <div className="row">
        <Button look="red" name="answer" value="confirm" aria-keyshortcuts="x">
          {isWithdrawal ? "Confirm and withdraw" : "Confirm and reject"}
        </Button>
        <Button look="quiet" name="answer" value="refuse" aria-keyshortcuts="a">
          {isWithdrawal ? "Let it stand" : "Don’t reject"}
        </Button>
      </div>
      <p className="small muted">
        {isWithdrawal
          ? "Letting it stand makes it verified again, with the day on which it was checked first."
          : "If you don’t agree, it waits again for whoever is next."}
      </p>
    </form>
  );
}
