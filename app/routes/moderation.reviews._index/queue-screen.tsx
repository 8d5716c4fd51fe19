import { DoneNotice } from "#app/domain/moderation/done-notice.tsx";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { NextItemForm } from "#app/domain/moderation/next-item-form.tsx";
import { QUEUE_KINDS, QUEUE_WORDS } from "#app/domain/moderation/queue.ts";
import type { QueueKind, QueueRow } from "#app/domain/moderation/queue.ts";
import { QueueList } from "#app/domain/moderation/queue-list.tsx";
import { Shortcuts } from "#app/domain/moderation/shortcuts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export type QueueView = {
  kind: QueueKind | null;
  queue: { rows: QueueRow[]; page: number; pageCount: number; counts: Record<QueueKind, number> };
  done: DoneDecision | null;
  isEmpty: boolean;
};

/** Everything that somebody wrote and nobody decided yet, one line each. */
export function QueueScreen({ kind, queue, done, isEmpty }: QueueView) {
  const { counts } = queue;
  const query = kind === null ? "" : `kind=${kind}&`;
  return (
    <div className="page stack moderation">
      <ModerationNav current="reviews" />
      <DoneNotice done={done} />
      {isEmpty ? (
        <Notice isNews>
          <p>Nothing is left to open: the queue is empty, or others have the rest open.</p>
        </Notice>
      ) : null}
      <div className="row row-apart">
        <h1>Reviews, follow-ups and replies</h1>
        <NextItemForm only={kind} />
      </div>
      <nav className="chips" aria-label="Kinds">
        <a className="chip" href="/moderation/reviews" aria-current={kind === null ? "true" : undefined}>
          {`All (${counts.review + counts.follow_up + counts.reply})`}
        </a>
        {QUEUE_KINDS.map((one) => (
          <a
            key={one}
            className="chip"
            href={`/moderation/reviews?kind=${one}`}
            aria-current={kind === one ? "true" : undefined}
          >
            {`${QUEUE_WORDS[one].many} (${counts[one]})`}
          </a>
        ))}
      </nav>
      <QueueList rows={queue.rows} label="Queue" />
      <Pagination
        current={queue.page}
        count={queue.pageCount}
        hrefOf={(page) => `/moderation/reviews?${query}page=${page}`}
      />
      <Shortcuts shortcuts={[{ key: "n", label: "Next item" }]} />
    </div>
  );
}
