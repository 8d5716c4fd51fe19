import { DECIDED_WORDS, SUBJECT_WORDS } from "#app/domain/moderation/item.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What was done with the item before this one. */
export function DoneNotice({ done }: { done: { kind: string; toState: string; reason: ReviewReason | null } | null }) {
  if (done === null) return null;
  const because = done.reason === null ? "" : ` Because: ${REVIEW_REASONS[done.reason].toLowerCase()}.`;
  return (
    <Notice isNews>
      <p>{`You ${DECIDED_WORDS[done.toState] ?? "decided"} the ${SUBJECT_WORDS[done.kind] ?? "item"} before this.${because} Whoever wrote it is told.`}</p>
    </Notice>
  );
}
