import { REVIEW_STATUS_WORDS } from "#app/domain/reviews/own-review.ts";
import type { OwnReviewLine } from "#app/domain/reviews/own-review.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { formatDay } from "#app/ui/format.ts";

/** A person's own reviews, with the state of each and what they can do next. */
export function OwnReviewList({ reviews }: { reviews: readonly OwnReviewLine[] }) {
  if (reviews.length === 0) {
    return (
      <div className="stack">
        <p>You haven’t written a review yet.</p>
        <p>
          <a href="/technicians">Find the technician who treated you</a> and press “Write a review” on their profile.
        </p>
      </div>
    );
  }
  return (
    <ul className="account-rows">
      {reviews.map((review) => (
        <li key={review.id}>
          <div className="stack stack-tight">
            <h2>
              <a href={`/account/reviews/${review.id}`}>{`Review of ${review.technicianName}`}</a>
            </h2>
            {review.title === "" ? null : <p>{review.title}</p>}
            <p>{REVIEW_STATUS_WORDS[review.status]}</p>
            <p className="small muted">{datesOf(review)}</p>
          </div>
          <NextStep review={review} />
        </li>
      ))}
    </ul>
  );
}

function NextStep({ review }: { review: OwnReviewLine }) {
  const form = `${technicianPath(review.technicianSlug)}/reviews/new`;
  if (review.status === "draft") {
    return (
      <ButtonLink look="quiet" href={form}>
        Go on writing
      </ButtonLink>
    );
  }
  if (review.status === "changes_requested") {
    return (
      <ButtonLink look="quiet" href={`${form}?review=${review.id}`}>
        Change and send again
      </ButtonLink>
    );
  }
  if (!review.isFollowUpDue) return null;
  return (
    <ButtonLink look="quiet" href={`/account/reviews/${review.id}/follow-up`}>
      Say how it looks now
    </ButtonLink>
  );
}

/** "Last session 4 May 2026 · sent 6 May 2026 · published 8 May 2026". */
function datesOf(review: OwnReviewLine): string {
  const dates: [string, string | null][] = [
    ["last session", review.lastSessionOn],
    ["sent", review.sentAt],
    ["published", review.publishedAt],
    ["closed", review.closedAt],
    ...(review.sentAt === null ? [["last changed", review.changedAt] satisfies [string, string]] : []),
  ];
  const words = dates.flatMap(([label, day]) => (day === null ? [] : [`${label} ${formatDay(day)}`])).join(" · ");
  return `${review.isSample ? "Sample · " : ""}${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
