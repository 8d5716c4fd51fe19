import { CLAIM_REASONS } from "#app/domain/moderation/claim-check-reasons.ts";
import { CheckDecisionForm, CheckReasonFields, CHECK_SHORTCUTS } from "#app/domain/moderation/check-decision-form.tsx";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import type { ClaimItem } from "#app/domain/moderation/find-claim-item.server.ts";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import { MadeCodeNotice } from "#app/domain/moderation/made-code-notice.tsx";
import { CLAIM_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ClaimBody } from "#app/routes/moderation.claims.$id/claim-body.tsx";
import { ClaimEvidence } from "#app/routes/moderation.claims.$id/claim-evidence.tsx";
import type { Register } from "#app/routes/moderation.claims.$id/claim-evidence.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type DeskView = { item: ClaimItem; register: Register | null; done: DoneDecision | null };
type DeskReply = FormReply & { made: MadeClaimCode | null };

/** One claim to decide: who claims, what they sent, and what is known about the listing. */
export function ClaimItemScreen({ view, reply }: { view: DeskView; reply: DeskReply | null }) {
  const { item, register, done } = view;
  const isTheirs = item.claim !== null && !item.claim.isMine;
  const mayDecide = item.waiting !== null && !isTheirs;
  const form =
    mayDecide && item.keeper.answer !== "awaited" ? <Decision item={item} reply={reply ?? EMPTY_REPLY} /> : null;
  return (
    <ItemFrame
      current="claims"
      heading={item.listing.name}
      kind={`Claim by ${item.claimant.name}: ${CLAIM_METHODS[item.method].title.toLowerCase()}`}
      waiting={item.waiting}
      claim={item.claim}
      shortcuts={CHECK_SHORTCUTS}
      notices={
        <>
          <DoneNotice done={done} />
          {reply !== null && form === null ? <FormErrors errors={reply.errors} /> : null}
          {reply?.made ? <MadeCodeNotice made={reply.made} /> : null}
        </>
      }
      evidence={<ClaimEvidence item={item} register={register} />}
      decision={form}
    >
      {item.waiting === null ? (
        <Notice>{`${STATE_WORDS[item.status] ?? item.status}. There is nothing to decide any more.`}</Notice>
      ) : null}
      <Keeper keeper={item.keeper} />
      <ClaimBody item={item} canMakeCode={mayDecide && !reply?.made} />
    </ItemFrame>
  );
}

/** What whoever keeps the profile says, where somebody does. */
function Keeper({ keeper: { answer, until, objection } }: Pick<ClaimItem, "keeper">) {
  switch (answer) {
    case "not_asked":
      return null;
    case "awaited":
      return (
        <Notice tone="amber">
          {`Somebody keeps this profile and has until ${formatDay(until ?? "")} to answer. It can be decided once they have answered, or after that day.`}
        </Notice>
      );
    case "silent":
      return <Notice>Somebody keeps this profile. They were asked and have not answered in time.</Notice>;
    case "agreed":
      return <Notice>Whoever keeps this profile says that it may go to the claimant.</Notice>;
    case "objected":
      return (
        <section className="stack stack-tight" aria-labelledby="objection">
          <h2 id="objection">What the profile’s keeper says against it</h2>
          <p className="words">{objection}</p>
        </section>
      );
  }
}

function Decision({ item, reply }: { item: ClaimItem; reply: FormReply }) {
  if (item.status === "awaiting_moderator") {
    return (
      <CheckDecisionForm
        key={item.version}
        version={item.version}
        reasons={CLAIM_REASONS}
        labels={{ approve: "Approve", reject: "Reject" }}
        approveHint={
          item.listing.isKept
            ? "The profile goes to the claimant; whoever keeps it now loses it and is told."
            : "The claimant keeps the listing from now on. Other open claims on it are refused."
        }
        reply={reply}
      />
    );
  }
  return (
    <form method="post" className="card stack decision-form" aria-label="Decision" noValidate>
      <h2>If it can’t be proven this way</h2>
      <FormErrors errors={reply.errors} />
      <p className="muted small">It can be granted once the claimant has used the link or code.</p>
      <input type="hidden" name="version" value={item.version} />
      <CheckReasonFields reasons={CLAIM_REASONS} reply={reply} />
      <div>
        <Button look="red" name="decision" value="reject" aria-keyshortcuts="x">
          Reject
        </Button>
      </div>
    </form>
  );
}
