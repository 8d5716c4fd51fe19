import { ReviewFilterForm } from "#app/domain/reviews/review-filter-form.tsx";
import { hasReviewFilter, reviewQuery } from "#app/domain/reviews/review-filters.ts";
import { ReviewItem } from "#app/domain/reviews/review-item.tsx";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewPage, ReviewTombstone } from "#app/domain/reviews/review.ts";
import { formatDay, plural } from "#app/ui/format.ts";
import { Pagination } from "#app/ui/pagination.tsx";

/** One page of reviews with its filters. `path` is the page that shows them, whose query the filters are. */
export function ReviewList({ page, path, technicianName }: { page: ReviewPage; path: string; technicianName: string }) {
  const isFiltered = hasReviewFilter(page.filters);
  const hasAny = page.total > 0 || isFiltered;
  return (
    <div className="stack" id="review-list">
      {hasAny ? <ReviewFilterForm page={page} path={path} /> : null}
      <p role="status" className={hasAny ? "figures" : "sr-only"}>
        {isFiltered ? `${plural(page.total, "review")} match` : plural(page.total, "review")}
        {page.pageCount > 1 ? `, page ${page.filters.page} of ${page.pageCount}` : ""}
      </p>
      {page.total === 0 ? <NoReviews isFiltered={isFiltered} /> : null}
      <ol className="review-list">
        {page.reviews.map((review) => (
          <li key={review.id}>
            <ReviewItem review={review} technicianName={technicianName} />
          </li>
        ))}
      </ol>
      <Pagination
        current={page.filters.page}
        count={page.pageCount}
        hrefOf={(number) => `${path}${reviewQuery({ ...page.filters, page: number })}#review-list`}
        label="Pages of reviews"
      />
      <Tombstones tombstones={page.tombstones} />
    </div>
  );
}

function NoReviews({ isFiltered }: { isFiltered: boolean }) {
  return (
    <p className="muted">
      {isFiltered
        ? "No review fits these filters together. The figures beside each option say which one to loosen."
        : "No reviews yet. That says nothing for or against the technician."}
    </p>
  );
}

/** Reviews that were public and no longer are: when, and why. */
function Tombstones({ tombstones }: { tombstones: readonly ReviewTombstone[] }) {
  if (tombstones.length === 0) return null;
  return (
    <div className="tombstones small muted">
      <h3>Reviews that are no longer shown</h3>
      <ul>
        {tombstones.map((tombstone, index) => (
          <li key={`${tombstone.closedOn} ${index}`}>{tombstoneWords(tombstone)}</li>
        ))}
      </ul>
    </div>
  );
}

/** "Removed on 3 March 2026: advertising". */
export function tombstoneWords({ closedOn, reason }: ReviewTombstone): string {
  if (reason === null) return `Withdrawn by its author on ${formatDay(closedOn)}`;
  const words = REVIEW_REASONS[reason];
  return `Removed on ${formatDay(closedOn)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
