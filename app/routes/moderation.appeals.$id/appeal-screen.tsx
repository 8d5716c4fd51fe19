import { NOTE } from "#app/domain/moderation/decision.ts";
import type { AppealItem } from "#app/domain/moderation/find-appeals.server.ts";
import { ItemBody } from "#app/domain/moderation/item-body.tsx";
import { ItemEvidence } from "#app/domain/moderation/item-evidence.tsx";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { PastDecision } from "#app/domain/moderation/item.ts";
import { Moment } from "#app/domain/moderation/moment.tsx";
import { itemPath } from "#app/domain/moderation/queue.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

const SHORTCUTS = [
  { key: "o", label: "Open, or keep open" },
  { key: "f", label: "Facts" },
  { key: "a", label: "Overturn" },
  { key: "x", label: "Uphold" },
  { key: "d", label: "Document" },
] as const;

/** An appeal with the decision it is against and the review, as blind as at the first time. */
export function AppealScreen({ appeal, reply }: { appeal: AppealItem; reply: FormReply | null }) {
  const { item, waiting, claim, isFirst, otherCount } = appeal;
  const isTheirs = claim !== null && !claim.isMine;
  const mayDecide = waiting !== null && !isTheirs && !isFirst;
  return (
    <ItemFrame
      current="appeals"
      heading={item.heading}
      kind={`Appeal about a review of ${item.technician.name}`}
      waiting={waiting}
      claim={claim}
      isOthers={isFirst}
      shortcuts={SHORTCUTS}
      notices={reply !== null && !mayDecide ? <FormErrors errors={reply.errors} /> : null}
      evidence={<ItemEvidence item={item} mayDecide={false} />}
      decision={mayDecide ? <AppealForm version={appeal.version} reply={reply ?? EMPTY_REPLY} /> : null}
    >
      {waiting !== null && isFirst ? <FirstNotice otherCount={otherCount} /> : null}
      {waiting === null ? (
        <Notice>
          <p>{`This appeal is closed: ${(STATE_WORDS[appeal.status] ?? appeal.status).toLowerCase()}. The review is ${(STATE_WORDS[item.status] ?? item.status).toLowerCase()}.`}</p>
        </Notice>
      ) : null}
      <section className="card stack stack-tight">
        <h2>What the author says</h2>
        <p className="words">{appeal.text}</p>
      </section>
      <Original original={appeal.original} />
      <ItemBody item={item} />
      <p>
        <a href={itemPath("review", item.id)}>The review with everything about it</a>
      </p>
    </ItemFrame>
  );
}

function FirstNotice({ otherCount }: { otherCount: number }) {
  return (
    <Notice tone="amber">
      <p>
        {otherCount === 0
          ? "You made the decision that this is against, and there is no other moderator. It waits until another one is appointed: nobody decides twice about the same."
          : "You made the decision that this is against. Another moderator decides the appeal."}
      </p>
      {otherCount === 0 ? (
        <p>
          <a href="/moderation/members">Appoint a moderator</a>
        </p>
      ) : null}
    </Notice>
  );
}

function Original({ original }: { original: PastDecision | null }) {
  if (original === null) return null;
  return (
    <section className="card stack stack-tight">
      <h2>The decision it is against</h2>
      <p>
        {`${STATE_WORDS[original.toState] ?? original.toState} by ${original.by}, `}
        <Moment at={original.at} />
      </p>
      {original.reason === null ? null : (
        <p>
          <b>{REVIEW_REASONS[original.reason]}. </b>
          {REVIEW_RULES[original.reason]}
        </p>
      )}
      {original.note === null ? null : <p className="words">{original.note}</p>}
    </section>
  );
}

function AppealForm({ version, reply: { values, errors } }: { version: number; reply: FormReply }) {
  return (
    <form method="post" className="card stack decision-form" aria-label="Decision">
      <h2>Your decision</h2>
      <FormErrors errors={errors} />
      <input type="hidden" name="version" value={version} />
      <TextAreaField
        id="note"
        name="note"
        label="Facts"
        aria-keyshortcuts="f"
        errors={errors["note"]}
        autoFocus={Boolean(errors["note"])}
        defaultValue={values["note"] ?? ""}
        rows={5}
        maxLength={NOTE.longest}
        hint="Why you decide like this. The author reads it."
      />
      <div className="row">
        <Button name="outcome" value="overturn" aria-keyshortcuts="a">
          Overturn and publish
        </Button>
        <Button look="red" name="outcome" value="uphold" aria-keyshortcuts="x">
          Uphold the decision
        </Button>
      </div>
      <p className="small muted">This is the last decision about this review.</p>
    </form>
  );
}
