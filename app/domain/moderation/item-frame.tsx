import type { ReactNode } from "react";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import type { ModerationPage } from "#app/domain/moderation/moderation-nav.tsx";
import { Moment } from "#app/domain/moderation/moment.tsx";
import type { Claim, Waiting } from "#app/domain/moderation/queue.ts";
import { TimeLeft } from "#app/domain/moderation/queue-list.tsx";
import { Shortcuts } from "#app/domain/moderation/shortcuts.tsx";
import type { Shortcut } from "#app/domain/moderation/shortcuts.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/**
 * The desk for one item of any kind: what it is and who has it open above, then the item, its evidence and the queue
 * side by side on a wide screen and one after the other on a narrow one. The claim is a form of the page's own address
 * with the intents `open` and `release`.
 */
export function ItemFrame({
  current,
  heading,
  kind,
  waiting,
  claim,
  isOthers = false,
  notices,
  shortcuts,
  evidence,
  decision,
  queue,
  children,
}: {
  current: ModerationPage;
  heading: string;
  /** "Review of Ada Stone" */
  kind: string;
  waiting: Waiting | null;
  claim: Claim | null;
  /** The viewer may read it but not decide it, so that they don't open it either. */
  isOthers?: boolean;
  notices?: ReactNode;
  shortcuts: readonly Shortcut[];
  evidence: ReactNode;
  /** The form, which comes after the evidence on a narrow screen and below the text on a wide one. */
  decision?: ReactNode;
  queue?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page stack moderation">
      <ModerationNav current={current} />
      {notices}
      <header className="stack stack-tight">
        <p className="muted">{kind}</p>
        <h1>{heading}</h1>
        {waiting === null ? null : (
          <p className="row">
            <span>
              {`Waiting for ${waiting.waited}, since `}
              <Moment at={waiting.since} />
            </span>
            <TimeLeft waiting={waiting} />
          </p>
        )}
      </header>
      {waiting === null || isOthers ? null : <ClaimBar claim={claim} />}
      <Shortcuts shortcuts={shortcuts} />
      <div className={queue ? "desk desk-with-queue" : "desk"}>
        <div className="stack stack-wide desk-text">{children}</div>
        <aside className="stack stack-wide desk-evidence" aria-label="Evidence">
          {evidence}
        </aside>
        {decision ? <div className="stack stack-wide desk-decision">{decision}</div> : null}
        {queue ? (
          <aside className="stack desk-queue" aria-label="Queue">
            {queue}
          </aside>
        ) : null}
      </div>
    </div>
  );
}

function ClaimBar({ claim }: { claim: Claim | null }) {
  if (claim && !claim.isMine) {
    return (
      <Notice tone="amber">
        <p>
          {`${claim.by} has this open until `}
          <Moment at={claim.until} isTimeOnly />
          {". It can’t be decided by anybody else before that."}
        </p>
      </Notice>
    );
  }
  return (
    <form method="post" className="row claim-bar">
      {claim ? (
        <>
          <span>
            {"Open with you until "}
            <Moment at={claim.until} isTimeOnly />
          </span>
          <Button look="quiet" name="intent" value="open" aria-keyshortcuts="o">
            Keep for another 15 minutes
          </Button>
          <Button look="quiet" name="intent" value="release">
            Give back
          </Button>
        </>
      ) : (
        <>
          <span>Nobody has this open. Open it, so that nobody else reads it at the same time.</span>
          <Button name="intent" value="open" aria-keyshortcuts="o">
            Open
          </Button>
        </>
      )}
    </form>
  );
}
