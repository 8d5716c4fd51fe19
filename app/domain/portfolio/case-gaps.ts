import type { ConsentState } from "#app/domain/portfolio/consent-state.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";

/** What a case still needs before a moderator can look at it, as whole sentences for its technician. */
export const CASE_GAP_WORDS = {
  before: "Add a picture from before the treatment.",
  last_session: "Give the date of the last session: the age of the result is counted from it.",
  result: "Add a picture of the result.",
  consent: "Get the yes of the person in the pictures, to exactly the pictures that are here now.",
} as const;
export type CaseGap = keyof typeof CASE_GAP_WORDS;

type CaseForGaps = {
  lastSessionOn: Date | string | null;
  photos: readonly { stage: PhotoStage }[];
  consent: ConsentState;
};

/** What is missing, in the order in which it is best done. Treatment, concern and declarations are in every case. */
export function caseGaps({ lastSessionOn, photos, consent }: CaseForGaps): CaseGap[] {
  const gaps: CaseGap[] = [];
  if (lastSessionOn === null) gaps.push("last_session");
  if (!photos.some(({ stage }) => stage === "before")) gaps.push("before");
  if (!photos.some(({ stage }) => stage !== "before")) gaps.push("result");
  if (consent !== "given") gaps.push("consent");
  return gaps;
}
