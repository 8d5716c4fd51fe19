import type { StudioReview, StudioReviews } from "#app/domain/reviews/list-studio-reviews.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ReplyForm } from "#app/routes/studio.reviews/reply-form.tsx";
import { ReplyState } from "#app/routes/studio.reviews/reply-state.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Stars } from "#app/ui/stars.tsx";

type Props = StudioReviews & { done: string | null; reply: FormReply | undefined };

/** The reviews of the technician's own profile, each with the one reply that it may have. */
export function StudioReviewsScreen({ slug, reviews, page, pageCount, done, reply }: Props) {
  const answered = reply?.values["reviewId"];
  return (
    <StudioFrame current="reviews" title="Reviews of you" lead={<Lead slug={slug} />}>
      {done === "sent" ? <Notice isNews>Your reply was sent. A moderator reads it before it appears.</Notice> : null}
      {done === "withdrawn" ? <Notice isNews>Your reply was withdrawn. Nobody sees it any more.</Notice> : null}
      {reviews.length === 0 ? <p>There are no published reviews yet. They appear here as soon as there are.</p> : null}
      {reviews.map((review) => (
        <StudioReviewItem key={review.id} review={review} reply={answered === review.id ? reply : undefined} />
      ))}
      <Pagination current={page} count={pageCount} hrefOf={(to) => `/studio/reviews?page=${to}`} />
    </StudioFrame>
  );
}

function Lead({ slug }: { slug: string }) {
  return (
    <>
      <p>
        {"You can reply once to each review, in public. A moderator reads your reply first. You can also "}
        {"report a review that breaks a rule, like anybody else; you can’t hide or remove one. "}
        <a href={`${technicianPath(slug)}/reviews`}>See them as readers do</a>
      </p>
      <p>
        {"Every client should get a "}
        <a href="/studio/invitations">visit code</a>
        {" from you: with it, a review says that the visit is confirmed."}
      </p>
    </>
  );
}

function StudioReviewItem({ review, reply }: { review: StudioReview; reply: FormReply | undefined }) {
  const titleId = `review-${review.id}`;
  return (
    <article className="card stack" aria-labelledby={titleId}>
      <header className="stack stack-tight">
        <h2 id={titleId}>{review.title === "" ? `Review by ${review.authorName}` : review.title}</h2>
        <div className="row">
          {review.overall === null ? null : (
            <span className="rating">
              <Stars value={review.overall} />
            </span>
          )}
          <span className="small muted">
            {`${review.authorName} · ${formatDay(review.publishedOn)}${review.isSample ? " · Sample" : ""}`}
          </span>
        </div>
      </header>
      {review.isUnderInvestigation ? (
        <Notice tone="amber">A report about this review is being looked into. It stays visible meanwhile.</Notice>
      ) : null}
      <p className="words">{review.text}</p>
      {review.reply ? <ReplyState {...review.reply} /> : null}
      {review.can.reply ? (
        review.reply === null || reply || review.reply.status === "changes_requested" ? (
          <ReplyForm review={review} reply={reply} />
        ) : (
          <Disclosure summary={review.reply.status === "withdrawn" ? "Write a new reply" : "Change it"}>
            <ReplyForm review={review} reply={reply} />
          </Disclosure>
        )
      ) : null}
      <div className="row small">
        {review.can.withdraw ? <Withdraw review={review} /> : null}
        <a href={`/reviews/${review.id}/report`}>Report this review</a>
      </div>
    </article>
  );
}

function Withdraw({ review }: { review: StudioReview }) {
  return (
    <form method="post">
      <input type="hidden" name="act" value="withdraw" />
      <input type="hidden" name="reviewId" value={review.id} />
      <input type="hidden" name="version" value={review.reply?.version ?? 0} />
      <button className="button-quiet">Withdraw your reply</button>
    </form>
  );
}
