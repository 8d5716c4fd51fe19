import type { Signal } from "#app/domain/reviews/signals/signal.ts";
import { DAY_MS } from "#app/platform/durations.ts";

export type DateFacts = {
  lastSessionOn: Date | null;
  submittedAt: Date;
  /** Year in which the technician says they began. */
  practisingSince: number | null;
  /** Age of the result in each photo that was taken after the treatment. */
  photoDays: readonly number[];
};

/** Time zones run up to fourteen hours ahead: a session may be on tomorrow's date here. */
const SLACK_DAYS = 1;

/** Days that can't be: a session in the future, before the technician practised, a photo from after it was sent. */
export function findImpossibleDates({
  lastSessionOn,
  submittedAt,
  practisingSince,
  photoDays,
}: DateFacts): Signal | null {
  if (lastSessionOn === null) return null;
  const daysSince = Math.floor(submittedAt.getTime() / DAY_MS) - Math.floor(lastSessionOn.getTime() / DAY_MS);
  const sentences = [
    daysSince < -SLACK_DAYS ? "The last session lies after the day on which the review was sent." : null,
    practisingSince !== null && lastSessionOn.getUTCFullYear() < practisingSince
      ? `The last session was before ${practisingSince}, the year in which the technician says they began.`
      : null,
    photoDays.some((days) => days < 0) ? "A photo of the result is older than the last session." : null,
    photoDays.some((days) => days > daysSince + SLACK_DAYS)
      ? "A photo is said to show the result at an age that it had not reached when the review was sent."
      : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : { kind: "impossible_dates", detail: sentences.join(" "), relatedIds: [] };
}
