import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import { ProofExplanation } from "#app/domain/reviews/proof-label.tsx";
import { RatingSummary } from "#app/domain/reviews/rating-summary.tsx";
import { ReviewList } from "#app/domain/reviews/review-list.tsx";
import type { ReviewPage } from "#app/domain/reviews/review.ts";
import { SubRatings } from "#app/domain/reviews/sub-ratings.tsx";
import { plural } from "#app/ui/format.ts";

/** What clients say: figures first, then the reviews as threads. */
export function ReviewsSection({ profile, reviews }: { profile: ProfileView; reviews: ReviewPage }) {
  const { rating } = profile;
  return (
    <section id="reviews" className="profile-section" aria-labelledby="reviews-title">
      <header className="stack">
        <h2 id="reviews-title">Reviews</h2>
        <RatingSummary count={rating.count} mean={rating.mean} counts={rating.counts} size="profile" />
        {rating.recommendAnswers === 0 ? null : (
          <p className="figures">
            {`${rating.recommendCount} of ${plural(rating.recommendAnswers, "client")} would recommend ${profile.name}.`}
          </p>
        )}
        {profile.status === "unclaimed" ? null : <p className="small muted">{profile.said.invitations}</p>}
        <p>
          <a className="button-quiet" href={`/technicians/${profile.slug}/reviews/new`} rel="nofollow">
            Write a review
          </a>
        </p>
        {rating.count === 0 ? null : <SubRatings values={rating.subRatings} answers={rating.subRatingAnswers} />}
      </header>
      <div className="stack">
        <ProofExplanation />
        <ReviewList page={reviews} path={`/technicians/${profile.slug}`} technicianName={profile.name} />
        {reviews.pageCount > 1 ? (
          <p>
            <a href={`/technicians/${profile.slug}/reviews`}>Reviews on a page of their own</a>
          </p>
        ) : null}
      </div>
    </section>
  );
}
