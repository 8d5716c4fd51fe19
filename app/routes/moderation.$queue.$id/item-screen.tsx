import { DecisionForm, DECISION_SHORTCUTS } from "#app/domain/moderation/decision-form.tsx";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { ItemBody } from "#app/domain/moderation/item-body.tsx";
import { ItemEvidence } from "#app/domain/moderation/item-evidence.tsx";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { DoneDecision, Item, PastDecision } from "#app/domain/moderation/item.ts";
import { Moment } from "#app/domain/moderation/moment.tsx";
import { NextItemForm } from "#app/domain/moderation/next-item-form.tsx";
import { QUEUE_WORDS } from "#app/domain/moderation/queue.ts";
import type { QueueKind, QueueRow } from "#app/domain/moderation/queue.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";

export type ItemView = {
  item: Item;
  only: QueueKind | null;
  next: QueueRow[];
  done: DoneDecision | null;
};

/** One text to decide, with its evidence and what comes next beside it. */
export function ItemScreen({ view, reply }: { view: ItemView; reply: FormReply | null }) {
  const { item, only, next, done } = view;
  const isTheirs = item.claim !== null && !item.claim.isMine;
  const mayDecide = item.waiting !== null && !isTheirs;
  return (
    <ItemFrame
      current="reviews"
      heading={item.heading}
      kind={`${QUEUE_WORDS[item.kind].one} of ${item.technician.name}`}
      waiting={item.waiting}
      claim={item.claim}
      shortcuts={DECISION_SHORTCUTS}
      notices={
        <>
          <DoneNotice done={done} />
          {reply !== null && !mayDecide ? <FormErrors errors={reply.errors} /> : null}
        </>
      }
      evidence={<ItemEvidence item={item} mayDecide={mayDecide} />}
      decision={mayDecide ? <DecisionForm key={item.version} item={item} reply={reply ?? EMPTY_REPLY} /> : null}
      queue={<NextRows rows={next} only={only} current={item} />}
    >
      {item.waiting === null ? <Decided status={item.status} last={item.history[0]} /> : null}
      <ItemBody item={item} />
    </ItemFrame>
  );
}

/** For who comes too late: how it was decided, by whom and why. */
function Decided({ status, last }: { status: string; last: PastDecision | undefined }) {
  return (
    <p className="notice" role="status">
      <span>
        <b>{STATE_WORDS[status] ?? status}</b>
        {last === undefined ? null : (
          <>
            {`. Decided by ${last.by}, `}
            <Moment at={last.at} />
            {last.reason === null ? "." : `, because: ${REVIEW_REASONS[last.reason].toLowerCase()}.`}
          </>
        )}
      </span>
    </p>
  );
}

function NextRows({ rows, only, current }: { rows: readonly QueueRow[]; only: QueueKind | null; current: Item }) {
  const query = only === null ? "" : `?only=${only}`;
  return (
    <>
      <h2>Longest wait first</h2>
      <NextItemForm only={only} />
      {rows.length === 0 ? <p>Nothing waits.</p> : null}
      <ol className="plain-list queue-next">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.id}`}>
            <a
              href={`${row.path}${query}`}
              aria-current={row.id === current.id && row.kind === current.kind ? "page" : undefined}
            >
              {row.heading}
            </a>
            <p className="small muted">
              {`${QUEUE_WORDS[kindOf(row.kind)].one} of ${row.about}, ${row.waiting.left}`}
              {row.claim === null ? "" : `. Open with ${row.claim.isMine ? "you" : row.claim.by}`}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <a href={`/moderation/reviews${only === null ? "" : `?kind=${only}`}`}>The whole queue</a>
      </p>
    </>
  );
}

function kindOf(word: string): QueueKind {
  return word === "follow_up" || word === "reply" ? word : "review";
}
