import type { StudioReview } from "#app/domain/reviews/list-studio-reviews.server.ts";
import { ADDITION_STATUS_WORDS } from "#app/domain/reviews/addition-states.ts";
import { REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { Notice } from "#app/ui/notice.tsx";

/** The reply as it stands, its state, and why it was not published. */
export function ReplyState({ status, text, reason, note }: NonNullable<StudioReview["reply"]>) {
  const isRefused = status === "changes_requested" || status === "rejected" || status === "removed";
  return (
    <div className="studio-reply stack stack-tight">
      <h3>Your reply</h3>
      <p className="chips">
        <span className={status === "published" ? "chip chip-checked" : isRefused ? "chip chip-amber" : "chip"}>
          {ADDITION_STATUS_WORDS[status]}
        </span>
      </p>
      <p className="words">{text}</p>
      {isRefused && reason !== null ? (
        <Notice tone="amber">
          <p>{`${REVIEW_REASONS[reason]}. ${REVIEW_RULES[reason]}`}</p>
          {note === null ? null : <p className="words">{note}</p>}
        </Notice>
      ) : null}
    </div>
  );
}
