import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import type { ClaimWithoutCode } from "#app/domain/moderation/list-claims-without-code.server.ts";
import type { HandedInPage } from "#app/domain/moderation/list-handed-in.server.ts";
import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import { MadeCodeNotice } from "#app/domain/moderation/made-code-notice.tsx";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { QueueList, TimeLeft } from "#app/domain/moderation/queue-list.tsx";
import { Shortcuts } from "#app/domain/moderation/shortcuts.tsx";
import { CLAIM_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type QueueView = {
  queue: HandedInPage;
  withoutCode: ClaimWithoutCode[];
  done: DoneDecision | null;
  isEmpty: boolean;
};
type QueueReply = { made: MadeClaimCode | null; problem: string | null };

/** Claims that wait for a decision, and those that wait for a code to be passed on. */
export function ClaimQueueScreen({ view, reply }: { view: QueueView; reply: QueueReply | null }) {
  const { queue, withoutCode, done, isEmpty } = view;
  return (
    <div className="page stack moderation claims">
      <ModerationNav current="claims" />
      <DoneNotice done={done} />
      {reply?.problem ? <FormErrors errors={{ form: [reply.problem] }} /> : null}
      {reply?.made ? <MadeCodeNotice made={reply.made} /> : null}
      {isEmpty ? (
        <Notice isNews>
          <p>Nothing is left to open: the queue is empty, or others have the rest open.</p>
        </Notice>
      ) : null}
      <div className="row row-apart">
        <h1>Claims on listings</h1>
        <form method="post" action="/moderation/claims?index">
          <Button name="intent" value="next" aria-keyshortcuts="n">
            Next item
          </Button>
        </form>
      </div>
      <QueueList rows={queue.rows} label="Claims to decide" hasSignals={false} isBlind={false} />
      <Pagination current={queue.page} count={queue.pageCount} hrefOf={(page) => `/moderation/claims?page=${page}`} />
      <WithoutCode claims={withoutCode} />
      <Shortcuts shortcuts={[{ key: "n", label: "Next item" }]} />
    </div>
  );
}

function WithoutCode({ claims }: { claims: readonly ClaimWithoutCode[] }) {
  return (
    <section className="stack" aria-labelledby="without-code">
      <div className="stack stack-tight">
        <h2 id="without-code">Waiting for a code</h2>
        <p className="muted">
          Make a code, then send it to the address that the listing has, or read it out on the number that the register
          or the studio’s own website gives. Never use an address or number that the claimant gives.
        </p>
      </div>
      {claims.length === 0 ? <p>Nobody waits for a code.</p> : null}
      <ul className="plain-list claims-found">
        {claims.map(({ id, path, name, method, waiting, address }) => (
          <li key={id}>
            <span>
              <a href={path}>{name}</a>
              <span className="muted small claims-line">
                {`${CLAIM_METHODS[method].title} · waiting for ${waiting.waited}`}
              </span>
              {address ? <span className="small claims-line">{address}</span> : null}
              <span className="small">
                <TimeLeft waiting={waiting} />
              </span>
            </span>
            <form method="post" action="/moderation/claims?index">
              <input type="hidden" name="claimId" value={id} />
              <Button look="quiet" name="intent" value="make-code" aria-label={`Make a code for ${name}`}>
                Make a code
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
