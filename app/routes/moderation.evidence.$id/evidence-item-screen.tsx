import { CHECK_SHORTCUTS } from "#app/domain/moderation/check-decision-form.tsx";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { EVIDENCE_WORDS } from "#app/domain/moderation/evidence-words.ts";
import type { EvidenceItem } from "#app/domain/moderation/evidence-item.ts";
import { ItemFrame } from "#app/domain/moderation/item-frame.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import { NextEvidenceForm } from "#app/domain/moderation/next-evidence-form.tsx";
import { ProposedNotice } from "#app/domain/moderation/proposed-notice.tsx";
import type { QueueRow } from "#app/domain/moderation/queue.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { DocumentPanel } from "#app/routes/moderation.evidence.$id/document-panel.tsx";
import { EvidenceBeside, TypedFields } from "#app/routes/moderation.evidence.$id/evidence-parts.tsx";
import { ProposalForm, VerifyForm, WithdrawForm } from "#app/routes/moderation.evidence.$id/evidence-forms.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

export type EvidenceItemView = {
  item: EvidenceItem;
  /** Whose name stands in the pictures. */
  mark: string;
  next: QueueRow[];
  done: DoneDecision | null;
  isProposed: boolean;
};

/** The document beside what was typed in, what to compare it with, and the decision. */
export function EvidenceItemScreen({ view, reply }: { view: EvidenceItemView; reply: FormReply | null }) {
  const { item, mark, next, done, isProposed } = view;
  const isTheirs = item.claim !== null && !item.claim.isMine;
  const isOwnProposal = item.proposal?.isOwn ?? false;
  const mayDecide = !isTheirs && !isOwnProposal && (item.waiting !== null || item.status === "verified");
  return (
    <ItemFrame
      current="evidence"
      heading={item.heading}
      kind={`${EVIDENCE_WORDS[item.kind].one} of ${item.technician.name}`}
      waiting={item.waiting}
      claim={item.claim}
      isOthers={isOwnProposal}
      shortcuts={CHECK_SHORTCUTS}
      notices={
        <>
          <DoneNotice done={done} />
          {isProposed ? <ProposedNotice /> : null}
          {reply !== null && !mayDecide ? <FormErrors errors={reply.errors} /> : null}
        </>
      }
      evidence={
        <>
          <TypedFields item={item} />
          <EvidenceBeside item={item} />
        </>
      }
      decision={mayDecide ? <Decision key={item.version} item={item} reply={reply ?? EMPTY_REPLY} /> : null}
      queue={<NextRows rows={next} currentId={item.id} />}
    >
      {item.waiting === null ? (
        <p className="notice" role="status">
          <span>
            <b>{STATE_WORDS[item.status] ?? item.status}</b>
          </span>
        </p>
      ) : null}
      <DocumentPanel document={item.document} evidenceId={item.id} mark={mark} />
    </ItemFrame>
  );
}

function Decision({ item, reply }: { item: EvidenceItem; reply: FormReply }) {
  if (item.proposal !== null) return <ProposalForm item={item} proposal={item.proposal} reply={reply} />;
  return item.waiting === null ? <WithdrawForm item={item} reply={reply} /> : <VerifyForm item={item} reply={reply} />;
}

function NextRows({ rows, currentId }: { rows: readonly QueueRow[]; currentId: string }) {
  return (
    <>
      <h2>Longest wait first</h2>
      <NextEvidenceForm />
      {rows.length === 0 ? <p>Nothing waits.</p> : null}
      <ol className="plain-list queue-next">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={row.path} aria-current={row.id === currentId ? "page" : undefined}>
              {row.heading}
            </a>
            <p className="small muted">
              {`${row.about}, ${row.waiting.left}`}
              {row.claim === null ? "" : `. Open with ${row.claim.isMine ? "you" : row.claim.by}`}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <a href="/moderation/evidence">The whole queue</a>
      </p>
    </>
  );
}
