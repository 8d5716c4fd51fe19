import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { DECIDED_WORDS, SUBJECT_WORDS } from "#app/domain/moderation/item.ts";
import type { DoneDecision } from "#app/domain/moderation/item.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What was done with the item before this one. */
export function DoneNotice({ done }: { done: DoneDecision | null }) {
  if (done === null) return null;
  const because = done.reason === null ? "" : ` Because: ${reasonTitle(done.reason).toLowerCase()}.`;
  return (
    <Notice isNews>
      <p>{`You ${DECIDED_WORDS[done.toState] ?? "decided"} the ${SUBJECT_WORDS[done.kind] ?? "item"} before this.${because} Whoever wrote it is told.`}</p>
    </Notice>
  );
}

function reasonTitle(reason: ReviewReason | CheckReason): string {
  return reason in CHECK_REASONS ? CHECK_REASONS[reason as CheckReason].title : REVIEW_REASONS[reason as ReviewReason];
}
