import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { ReviewPhotos } from "#app/domain/reviews/review-photos.tsx";
import type { PublicFollowUp } from "#app/domain/reviews/review.ts";
import { formatDay, plural } from "#app/ui/format.ts";

/** What the author wrote later about the same result, oldest first, as the thread under the review. */
export function FollowUpThread({ followUps, isSample }: { followUps: readonly PublicFollowUp[]; isSample: boolean }) {
  if (followUps.length === 0) return null;
  return (
    <ol className="thread" aria-label="Follow-ups by the same author">
      {followUps.map((followUp) => (
        <li key={followUp.id} className="stack stack-tight">
          <h4>{`After ${plural(followUp.month, "month")}`}</h4>
          <p className="small muted">{followUpFacts(followUp).join(" · ")}</p>
          {followUp.text === "" ? null : <p className="words">{followUp.text}</p>}
          <ReviewPhotos photos={followUp.photos} isSample={isSample} />
        </li>
      ))}
    </ol>
  );
}

function followUpFacts(followUp: PublicFollowUp): string[] {
  const { isStillAsWanted, wouldDoAgain, hadTopUp } = followUp;
  return [
    formatDay(followUp.publishedOn),
    `${STAGE_LABELS[followUp.stage]} result`,
    ...(followUp.overall === null ? [] : [`Now ${followUp.overall} out of 5`]),
    ...(isStillAsWanted === null ? [] : [isStillAsWanted ? "Still as wanted" : "No longer as wanted"]),
    ...(wouldDoAgain === null ? [] : [wouldDoAgain ? "Would do it again" : "Would not do it again"]),
    ...(hadTopUp === null ? [] : [hadTopUp ? "Had a top-up" : "No top-up"]),
  ];
}
