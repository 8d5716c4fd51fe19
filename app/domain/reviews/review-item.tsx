import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { FollowUpThread } from "#app/domain/reviews/follow-up-thread.tsx";
import { ProofLabel } from "#app/domain/reviews/proof-label.tsx";
import { ReviewPhotos } from "#app/domain/reviews/review-photos.tsx";
import { REVIEW_REASONS, REVIEW_RELATIONSHIPS } from "#app/domain/reviews/review.ts";
import type { PublicReview } from "#app/domain/reviews/review.ts";
import { SubRatings } from "#app/domain/reviews/sub-ratings.tsx";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { formatDay, formatMoney, plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Stars } from "#app/ui/stars.tsx";

/** One review as a thread: what the client wrote, the follow-ups, the technician's reply. */
export function ReviewItem({ review, technicianName }: { review: PublicReview; technicianName: string }) {
  const titleId = `review-${review.id}`;
  const facts = reviewFacts(review);
  return (
    <article className="review card stack" aria-labelledby={titleId}>
      <header className="stack stack-tight">
        <h3 id={titleId}>{review.title === "" ? `Review by ${review.authorName}` : review.title}</h3>
        <div className="row">
          <span className="rating">
            <Stars value={review.overallNow ?? review.overall} />
          </span>
          {review.overallNow === null ? null : (
            <span className="small">{`${review.overall} out of 5 at first, changed after a follow-up`}</span>
          )}
          <ProofLabel level={review.proofLevel} />
        </div>
        <p className="small muted">
          {`${review.authorName} · ${formatDay(review.publishedOn)}`}
          {review.stage === null ? "" : ` · ${STAGE_LABELS[review.stage]} result when written`}
          {review.isSample ? " · Sample" : ""}
        </p>
      </header>
      <ReviewNotes review={review} />
      <p className="words">{review.text}</p>
      {facts.length === 0 ? null : (
        <dl className="facts-inline">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <SubRatings values={review.subRatings} />
      <ReviewPhotos photos={review.photos} isSample={review.isSample} />
      <FollowUpThread followUps={review.followUps} isSample={review.isSample} />
      {review.reply === null ? null : (
        <div className="reply stack stack-tight">
          <h4>{`Reply from ${technicianName}`}</h4>
          <p className="small muted">{formatDay(review.reply.publishedOn)}</p>
          <p className="words">{review.reply.text}</p>
        </div>
      )}
      <p className="small">
        <a href={`/reviews/${review.id}/report`} rel="nofollow">
          Report this review
        </a>
      </p>
    </article>
  );
}

/** What a reader should know before weighing a review. */
function ReviewNotes({ review }: { review: PublicReview }) {
  return (
    <>
      {review.isUnderInvestigation ? (
        <Notice tone="amber">
          A report about this review is being looked into. It stays visible until there is a decision.
        </Notice>
      ) : null}
      {review.isIncentivised ? (
        <Notice tone="amber">
          {`The author was given something for this review${
            review.incentiveNote === null ? "" : `: ${review.incentiveNote}`
          }. It does not count when sorting.`}
        </Notice>
      ) : null}
      {review.relationship === "none" ? null : (
        <Notice tone="amber">{`The author is ${REVIEW_RELATIONSHIPS[review.relationship]}.`}</Notice>
      )}
      {review.redactionReason === null ? null : (
        <Notice>{`Shortened by a moderator: ${REVIEW_REASONS[review.redactionReason]}.`}</Notice>
      )}
    </>
  );
}

function reviewFacts(review: PublicReview): [label: string, value: string][] {
  const { treatment, concern, sessions, lastSessionOn, pricePaid, wouldRecommend, needleOpened } = review;
  const rows: [string, string | null][] = [
    ["Treatment", treatment && TREATMENTS[treatment]],
    ["Concern", concern && CONCERNS[concern]],
    ["Sessions", sessions === null ? null : plural(sessions, "session")],
    ["Last session", lastSessionOn && formatDay(lastSessionOn)],
    ["Price paid", pricePaid && formatMoney(pricePaid.amount, pricePaid.currency)],
    ["Would recommend", yesOrNo(wouldRecommend)],
    ["Needle opened in front of me", yesOrNo(needleOpened)],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}

function yesOrNo(answer: boolean | null): string | null {
  return answer === null ? null : answer ? "Yes" : "No";
}
