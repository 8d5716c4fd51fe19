import type { AlikeReviews, BulkProposal } from "#app/domain/moderation/bulk.ts";
import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { Moment } from "#app/domain/moderation/moment.tsx";
import { itemPath } from "#app/domain/moderation/queue.ts";
import { ReasonFields, ReasonRules } from "#app/domain/moderation/reason-fields.tsx";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  proposed: "Proposed. Nothing is rejected until another moderator confirms it.",
  confirmed: "Rejected together. The author is told.",
  refused: "Not rejected together: these reviews are decided one by one.",
};

/** One author's identical reviews, refused together by two moderators. */
export function BulkScreen({
  groups,
  proposals,
  done,
  reply,
}: {
  groups: readonly AlikeReviews[];
  proposals: readonly BulkProposal[];
  done: keyof typeof DONE | null;
  reply: FormReply | null;
}) {
  return (
    <div className="page stack moderation">
      <ModerationNav current="bulk" />
      {done === null ? null : <Notice isNews>{DONE[done]}</Notice>}
      <h1>Bulk refusals</h1>
      <p>
        Only for the same words sent several times by one author. One moderator proposes, another one looks and
        confirms. Everything else is decided one by one.
      </p>
      <FormErrors errors={reply?.errors ?? {}} />
      <h2>Proposed, waiting for a second look</h2>
      {proposals.length === 0 ? <p>None.</p> : null}
      {proposals.map((proposal) => (
        <section key={proposal.id} className="card stack">
          <Group group={proposal.group} />
          <p>
            {`Proposed by ${proposal.by}, `}
            <Moment at={proposal.at} />
            {`, because: ${REVIEW_REASONS[proposal.reason].toLowerCase()}.`}
          </p>
          <p className="words">{proposal.note}</p>
          {proposal.isMine ? (
            <p className="muted">Yours: another moderator has to look at it.</p>
          ) : (
            <form method="post" className="row">
              <input type="hidden" name="bulkId" value={proposal.id} />
              <Button look="red" name="answer" value="confirm">
                Confirm and reject all
              </Button>
              <Button look="quiet" name="answer" value="refuse">
                Don’t: decide one by one
              </Button>
            </form>
          )}
        </section>
      ))}
      <h2>Same words by one author</h2>
      {groups.length === 0 ? <p>None.</p> : null}
      {groups.map((group) => (
        <section key={group.reviewId} className="card stack">
          <Group group={group} />
          <Disclosure summary="Propose to reject all" isOpen={reply?.values["reviewId"] === group.reviewId}>
            <form method="post" className="stack">
              <input type="hidden" name="reviewId" value={group.reviewId} />
              <ReasonFields reply={reply ?? EMPTY_REPLY} isRequired idPrefix={group.reviewId} />
              <div>
                <Button>Propose</Button>
              </div>
              <ReasonRules />
            </form>
          </Disclosure>
        </section>
      ))}
    </div>
  );
}

function Group({ group }: { group: AlikeReviews }) {
  return (
    <>
      <h3>{`${plural(group.reviews.length, "review")} by ${group.authorName}`}</h3>
      <p className="words">{group.text}</p>
      <ul className="plain-list">
        {group.reviews.map(({ id, about, at }) => (
          <li key={id}>
            <a href={itemPath("review", id)}>{`About ${about}`}</a>
            {at === null ? null : (
              <>
                {", sent "}
                <Moment at={at} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
