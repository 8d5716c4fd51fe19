import type { FollowUpView, SentFollowUp } from "#app/domain/reviews/find-follow-up-form.server.ts";
import { ADDITION_STATUS_WORDS } from "#app/domain/reviews/addition-states.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { FollowUpForm } from "#app/routes/account.reviews.$reviewId.follow-up/follow-up-form.tsx";
import type { FollowUpReply } from "#app/routes/account.reviews.$reviewId.follow-up/send-form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { formatDay, plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = { view: FollowUpView; reply: FollowUpReply | null; isJustSaved: boolean };

/** Which review the follow-up belongs to. */
export function AboutReview({ view: { reviewId, technicianName, review } }: Pick<Props, "view">) {
  const given = review.overall === null ? "" : `, ${review.overall} out of 5`;
  return (
    <>
      {`About ${technicianName}. What you write here stands under `}
      <a href={`/account/reviews/${reviewId}`}>your review</a>
      {` of ${formatDay(review.publishedOn)}${given}, with the age of the result beside it.`}
    </>
  );
}

export function FollowUpScreen({ view, reply, isJustSaved }: Props) {
  const { form, sent, nextOn, mails } = view;
  return (
    <>
      {isJustSaved ? (
        <Notice isNews>Your draft is saved. You can close this page and go on later, on any device.</Notice>
      ) : null}
      {sent.length === 0 ? null : (
        <ul className="plain-list stack">
          {sent.map((followUp) => (
            <SentItem key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      {form?.sentBack ? (
        <Notice tone="amber">
          <p>A moderator asked you to change something. Change it below and send it again.</p>
          <DecisionWords followUp={form.sentBack} />
        </Notice>
      ) : null}
      {form ? (
        <>
          <p>{`Your follow-up after ${plural(form.month, "month")}.`}</p>
          <FollowUpForm view={view} form={form} reply={reply} />
        </>
      ) : (
        <p>{nextWords(nextOn, sent.length > 0)}</p>
      )}
      <p className="small">
        {mails.isStopped
          ? "You get no mails that ask how this result looks. "
          : "We write to you when the next follow-up is due. "}
        <a href={mails.path}>{mails.isStopped ? "Ask me again" : "Stop these mails"}</a>
      </p>
    </>
  );
}

function nextWords(nextOn: string | null, hasSent: boolean): string {
  if (nextOn !== null) return `The ${hasSent ? "next" : "first"} follow-up can be written from ${formatDay(nextOn)}.`;
  return hasSent
    ? "You have said how it looks after two years. Thank you: there is nothing more to write here."
    : "A follow-up needs the day of your last session, and this review doesn’t say it.";
}

function SentItem({ followUp }: { followUp: SentFollowUp }) {
  return (
    <li className="card stack stack-tight">
      <h2>{`After ${plural(followUp.month, "month")}`}</h2>
      <p>{ADDITION_STATUS_WORDS[followUp.status]}</p>
      <DecisionWords followUp={followUp} />
      {followUp.canBeWithdrawn ? (
        <details className="disclosure">
          <summary>Withdraw it</summary>
          <form method="post" className="stack stack-tight">
            <p>It goes for good, with its photos and its stars. A new one for the same time can’t be written.</p>
            <input type="hidden" name="followUpId" value={followUp.id} />
            <div>
              <Button look="red" name="intent" value="withdraw">
                {`Withdraw the follow-up after ${plural(followUp.month, "month")}`}
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </li>
  );
}

function DecisionWords({ followUp: { decision } }: { followUp: SentFollowUp }) {
  if (decision === null) return null;
  const { reason, note } = decision;
  return (
    <>
      {reason === null ? null : <p>{`${REVIEW_REASONS[reason]}. ${REVIEW_RULES[reason]}`}</p>}
      {note === null ? null : <p className="words">{note}</p>}
    </>
  );
}
