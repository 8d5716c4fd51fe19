import type { OwnPhoto } from "#app/domain/reviews/list-own-photos.server.ts";
import { nextStep, REVIEW_STATUS_WORDS } from "#app/domain/reviews/own-review.ts";
import type { OwnReview } from "#app/domain/reviews/own-review.ts";
import { nextReviewStatus } from "#app/domain/reviews/review-states.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { AppealForm, Decision } from "#app/routes/account.reviews.$reviewId._index/decision-parts.tsx";
import { DONE_WORDS } from "#app/routes/account.reviews.$reviewId._index/done-words.ts";
import type { Done } from "#app/routes/account.reviews.$reviewId._index/done-words.ts";
import {
  DocumentState,
  HealthConsent,
  SentPhotos,
} from "#app/routes/account.reviews.$reviewId._index/private-parts.tsx";
import { SentReview } from "#app/routes/account.reviews.$reviewId._index/sent-review.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type OwnReviewProps = {
  review: OwnReview;
  photos: readonly OwnPhoto[];
  isWithdrawing: boolean;
  done: Done | null;
  reply: FormReply | null;
};

/** Everything about one's own review: its state first, then what was decided, then all that was sent. */
export function OwnReviewScreen({ review, photos, isWithdrawing, done, reply }: OwnReviewProps) {
  const canWithdraw = nextReviewStatus(review.status, "withdraw") !== null;
  return (
    <>
      {done && !reply ? <Notice isNews>{DONE_WORDS[done]}</Notice> : null}
      {reply ? <FormErrors errors={reply.errors} /> : null}
      {isWithdrawing && canWithdraw ? <ConfirmWithdrawal review={review} /> : null}
      <State review={review} />
      {review.decision ? <Decision review={review} /> : null}
      {review.appealUntil ? <AppealForm until={review.appealUntil} reply={reply} /> : null}
      <SentReview review={review} />
      <SentPhotos photos={photos} />
      <HealthConsent review={review} />
      <DocumentState review={review} />
      {canWithdraw && review.status !== "draft" && !isWithdrawing ? (
        <section className="stack" aria-labelledby="withdraw">
          <h2 id="withdraw">Withdraw it</h2>
          <p>You can take your review back at any time, whatever its state.</p>
          <div>
            <ButtonLink look="red" href={`/account/reviews/${review.id}?ask=withdraw`}>
              Withdraw this review
            </ButtonLink>
          </div>
        </section>
      ) : null}
    </>
  );
}

function State({ review }: { review: OwnReview }) {
  const { id, status, technicianSlug } = review;
  const form = `${technicianPath(technicianSlug)}/reviews/new`;
  const isPublic = status === "published" || status === "under_investigation";
  return (
    <section className="stack" aria-labelledby="state">
      <h2 id="state">{REVIEW_STATUS_WORDS[status]}</h2>
      <p>{nextStep(review)}</p>
      {review.isHidden && isPublic ? (
        <Notice tone="amber">It is hidden from readers until then, because of what the report is about.</Notice>
      ) : null}
      <div className="row">
        {status === "draft" ? <ButtonLink href={form}>Go on writing</ButtonLink> : null}
        {status === "changes_requested" ? (
          <ButtonLink href={`${form}?review=${id}`}>Change and send again</ButtonLink>
        ) : null}
        {review.isFollowUpDue ? (
          <ButtonLink href={`/account/reviews/${id}/follow-up`}>Say how it looks now</ButtonLink>
        ) : null}
        {isPublic && review.isTechnicianListed ? (
          <a href={`${technicianPath(technicianSlug)}/reviews#review-${id}`}>See it on the profile</a>
        ) : null}
      </div>
      {status === "awaiting_contact" ? (
        <form method="post">
          <Button look="quiet" name="intent" value="resend">
            Send the mail again
          </Button>
        </form>
      ) : null}
      {status === "draft" ? (
        <div>
          <ButtonLink look="red" href={`/account/reviews/${id}?ask=withdraw`}>
            Delete this draft
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}

function ConfirmWithdrawal({ review }: { review: OwnReview }) {
  const leavesLine = review.publishedAt !== null;
  const isDraft = review.status === "draft";
  return (
    <section className="card stack" aria-labelledby="confirm">
      <h2 id="confirm">{isDraft ? "Delete this draft?" : "Withdraw this review?"}</h2>
      <p>
        {leavesLine
          ? "Readers no longer see it, with its photos and follow-ups. The profile keeps a line that says that a review was withdrawn on this day, and the rating is made anew at once."
          : isDraft
            ? "What you wrote is deleted."
            : "Nobody reads it any further, and it is never published."}
        {" This can’t be undone; you can write a new review of the same visit."}
      </p>
      <form method="post" action={`/account/reviews/${review.id}`} className="row">
        <Button look="red" name="intent" value="withdraw">
          {isDraft ? "Yes, delete it" : "Yes, withdraw it"}
        </Button>
        <a href={`/account/reviews/${review.id}`}>No, keep it</a>
      </form>
    </section>
  );
}
