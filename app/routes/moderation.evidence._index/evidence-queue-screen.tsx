import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import { EVIDENCE_KINDS, EVIDENCE_WORDS } from "#app/domain/moderation/evidence-words.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import type { HandedInPage } from "#app/domain/moderation/list-handed-in.server.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { NextEvidenceForm } from "#app/domain/moderation/next-evidence-form.tsx";
import { ProposedNotice } from "#app/domain/moderation/proposed-notice.tsx";
import { QueueList } from "#app/domain/moderation/queue-list.tsx";
import { Shortcuts } from "#app/domain/moderation/shortcuts.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Verified = {
  id: string;
  heading: string;
  about: string;
  number: string | null;
  checkedOn: string | null;
  expiresOn: string | null;
};
export type EvidenceQueueView = {
  queue: HandedInPage;
  /** The one kind of evidence that is listed; null: all. */
  evidenceKind: EvidenceKind | null;
  find: string;
  verified: Verified[];
  done: DoneDecision | null;
  isEmpty: boolean;
  isProposed: boolean;
};

/** What technicians handed in and nobody checked yet; below it the way back to what was verified. */
export function EvidenceQueueScreen({
  queue,
  evidenceKind,
  find,
  verified,
  done,
  isEmpty,
  isProposed,
}: EvidenceQueueView) {
  return (
    <div className="page stack moderation">
      <ModerationNav current="evidence" />
      <DoneNotice done={done} />
      {isProposed ? <ProposedNotice /> : null}
      {isEmpty ? (
        <Notice isNews>
          <p>Nothing is left to open: the queue is empty, or others have the rest open.</p>
        </Notice>
      ) : null}
      <div className="row row-apart">
        <h1>{`Evidence to check (${queue.count})`}</h1>
        <NextEvidenceForm kind={evidenceKind} />
      </div>
      <nav className="chips" aria-label="Kinds of evidence">
        <a className="chip" href={queuePath(null, find)} aria-current={evidenceKind === null ? "page" : undefined}>
          {`All (${queue.count})`}
        </a>
        {EVIDENCE_KINDS.map((kind) => (
          <a
            key={kind}
            className="chip"
            href={queuePath(kind, find)}
            aria-current={evidenceKind === kind ? "page" : undefined}
          >
            {`${EVIDENCE_WORDS[kind].many} (${queue.counts?.[kind] ?? 0})`}
          </a>
        ))}
      </nav>
      <QueueList rows={queue.rows} label="Queue" isBlind={false} hasSignals={false} />
      <Pagination current={queue.page} count={queue.pageCount} hrefOf={(page) => queuePath(evidenceKind, find, page)} />
      <VerifiedSearch find={find} verified={verified} />
      <Shortcuts
        shortcuts={[
          { key: "n", label: "Next item" },
          { key: "s", label: "Look for verified evidence" },
        ]}
      />
    </div>
  );
}

/** The queue's own address; what is as at first is left out. */
function queuePath(kind: EvidenceKind | null, find: string, page = 1): string {
  const params = new URLSearchParams();
  if (kind !== null) params.set("kind", kind);
  if (find !== "") params.set("find", find);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/moderation/evidence${query === "" ? "" : `?${query}`}`;
}

function VerifiedSearch({ find, verified }: Pick<EvidenceQueueView, "find" | "verified">) {
  return (
    <section className="stack" aria-labelledby="verified">
      <h2 id="verified">Verified, to look at again</h2>
      <p className="muted prose">
        A licence that its register says is revoked can be put on hold from here. It is gone from profile and search at
        once, and a second moderator looks at it.
      </p>
      <form method="get" className="row" role="search" aria-label="Verified evidence">
        <TextField
          label="Technician or number"
          name="find"
          id="find"
          defaultValue={find}
          maxLength={100}
          aria-keyshortcuts="s"
        />
        <Button look="quiet">Find</Button>
      </form>
      {find === "" ? null : verified.length === 0 ? (
        <p role="status">No verified evidence has this name or number.</p>
      ) : (
        <ul className="plain-list stack stack-tight">
          {verified.map(({ id, heading, about, number, checkedOn, expiresOn }) => (
            <li key={id}>
              <a href={handedInPath("evidence", id)}>{`${heading} of ${about}`}</a>
              <p className="small muted">
                {[
                  number === null ? "No number" : `Number ${number}`,
                  checkedOn === null ? "" : `checked on ${formatDay(checkedOn)}`,
                  expiresOn === null ? "" : `until ${formatDay(expiresOn)}`,
                ]
                  .filter((words) => words !== "")
                  .join(", ")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
