import { HEALED_FROM_DAYS } from "#app/domain/media/photo.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** What in the dates of a case a moderator should look at. It decides nothing by itself. */
export const CASE_WARNING_WORDS = {
  before_after_session: "A picture from “before” was taken after the last session.",
  result_before_session: "A result was taken before the last session.",
  healed_too_young: `A result counts as healed and was taken less than ${HEALED_FROM_DAYS} days after the last session.`,
  only_fresh: `No result is ${HEALED_FROM_DAYS} days old or older: fresh work is darker and crisper than it will stay.`,
} as const;
export type CaseWarning = keyof typeof CASE_WARNING_WORDS;

type DatedPhoto = { stage: PhotoStage; takenOn: Date | null; daysSinceLastSession: number | null };

export function caseWarnings({
  lastSessionOn,
  photos,
}: {
  lastSessionOn: Date | null;
  photos: readonly DatedPhoto[];
}): CaseWarning[] {
  const daysOf = ({ takenOn }: DatedPhoto) =>
    takenOn && lastSessionOn ? Math.floor((takenOn.getTime() - lastSessionOn.getTime()) / DAY_MS) : null;
  const results = photos.filter(({ stage }) => stage !== "before");
  const warnings: CaseWarning[] = [];
  if (photos.some((photo) => photo.stage === "before" && (daysOf(photo) ?? -1) >= 0)) {
    warnings.push("before_after_session");
  }
  if (results.some((photo) => (daysOf(photo) ?? 0) < 0)) warnings.push("result_before_session");
  const isTooYoung = (photo: DatedPhoto) => {
    const days = daysOf(photo);
    return photo.stage !== "fresh" && days !== null && days >= 0 && days < HEALED_FROM_DAYS;
  };
  if (results.some(isTooYoung)) warnings.push("healed_too_young");
  if (results.length > 0 && results.every(({ stage }) => stage === "fresh")) warnings.push("only_fresh");
  return warnings;
}
