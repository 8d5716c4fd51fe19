import { stageOf } from "#app/domain/media/photo.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";

/** What decides about the stage of a picture that a client sent. Dates are days (midnight UTC). */
export type PhotoDates = {
  isBefore: boolean;
  takenOn: Date | null;
  lastSessionOn: Date | null;
  /** The age that a follow-up speaks about, for its pictures without a date. */
  followUpDays: number | null;
};
export type PhotoAge = { stage: PhotoStage; daysSinceLastSession: number | null };

/** The stage by the dates, never by what the sender calls it. Between two sessions is before the result too. */
export function ageOfPhoto(
  { isBefore, takenOn, lastSessionOn, followUpDays }: PhotoDates,
  now: Date,
): Result<PhotoAge, "no_date" | "future_date" | "no_last_session"> {
  if (takenOn && takenOn.getTime() > now.getTime() + DAY_MS) return refuse("future_date");
  if (isBefore) return ok({ stage: "before", daysSinceLastSession: null });
  if (!takenOn && followUpDays === null) return refuse("no_date");
  if (takenOn && !lastSessionOn) return refuse("no_last_session");
  const days =
    takenOn && lastSessionOn ? Math.floor((takenOn.getTime() - lastSessionOn.getTime()) / DAY_MS) : (followUpDays ?? 0);
  return ok({ stage: stageOf(days), daysSinceLastSession: days < 0 ? null : days });
}
