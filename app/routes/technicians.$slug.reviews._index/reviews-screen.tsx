import type { ProfileHead } from "#app/domain/profiles/find-profile-head.server.ts";
import { ProofExplanation } from "#app/domain/reviews/proof-label.tsx";
import { RatingSummary } from "#app/domain/reviews/rating-summary.tsx";
import { ReviewList } from "#app/domain/reviews/review-list.tsx";
import type { ReviewPage } from "#app/domain/reviews/review.ts";

/** All reviews of one technician on a page of their own. */
export function ReviewsScreen({ technician, reviews }: { technician: ProfileHead; reviews: ReviewPage }) {
  const profilePath = `/technicians/${technician.slug}`;
  return (
    <div className="page profile">
      <header className="stack">
        <h1>{`Reviews of ${technician.name}`}</h1>
        <p className="row">
          <a className="button-quiet" href={`${profilePath}/reviews/new`} rel="nofollow">
            Write a review
          </a>
          <a href={profilePath}>{`Back to ${technician.name}’s profile`}</a>
        </p>
      </header>
      <section id="reviews" className="profile-section" aria-labelledby="reviews-title">
        <header className="stack">
          <h2 id="reviews-title">Rating</h2>
          <RatingSummary
            count={technician.rating.count}
            mean={technician.rating.mean}
            counts={technician.rating.counts}
            size="profile"
          />
        </header>
        <div className="stack">
          <ProofExplanation />
          <ReviewList page={reviews} path={`${profilePath}/reviews`} technicianName={technician.name} />
        </div>
      </section>
    </div>
  );
}
