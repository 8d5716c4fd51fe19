import { stageOf } from "#app/domain/media/photo.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";

/** What decides about the stage of a picture. Dates are days (midnight UTC). */
type CasePhotoDates = { isBefore: boolean; takenOn: Date | null; lastSessionOn: Date | null };
type CasePhotoAge = { stage: PhotoStage; daysSinceLastSession: number | null };
export type CaseDateRefusal = "no_date" | "future_date" | "no_last_session" | "before_last_session";

/** The stage by the dates, never by a word for it. Of time zones up to a day in the future is forgiven. */
export function ageOfCasePhoto(
  { isBefore, takenOn, lastSessionOn }: CasePhotoDates,
  now: Date,
): Result<CasePhotoAge, CaseDateRefusal> {
  if (takenOn && takenOn.getTime() > now.getTime() + DAY_MS) return refuse("future_date");
  if (isBefore) return ok({ stage: "before", daysSinceLastSession: null });
  if (!takenOn) return refuse("no_date");
  if (!lastSessionOn) return refuse("no_last_session");
  const days = Math.floor((takenOn.getTime() - lastSessionOn.getTime()) / DAY_MS);
  return days < 0 ? refuse("before_last_session") : ok({ stage: stageOf(days), daysSinceLastSession: days });
}
