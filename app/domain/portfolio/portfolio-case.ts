import type { Photo, PhotoStage } from "#app/domain/media/photo.ts";
import type { Concern, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";

/*
 * A portfolio case is one treatment shown in pictures, each with the age of its result. States:
 * draft -> submitted -> published | rejected; withdrawn by its technician or by the person shown.
 */
export type ResultStage = Exclude<PhotoStage, "before">;

export type HairLossScale = "norwood" | "ludwig" | "none";

export type CasePhoto = Photo & {
  stage: PhotoStage;
  alt: string;
  daysSinceLastSession: number | null;
  caption: string | null;
};

/** A published case as the profile shows it. */
export type PublicCase = {
  id: string;
  title: string;
  treatment: Treatment;
  concern: Concern;
  skinType: SkinType | null;
  scale: HairLossScale;
  scaleBand: number | null;
  sessions: number | null;
  isSameLight: boolean;
  isSameAngle: boolean;
  isUnedited: boolean;
  checkedOn: string | null;
  isSample: boolean;
  /** Before first, then by age of the result. */
  photos: CasePhoto[];
};

/** What each age means, oldest result first: the longer ago, the more a picture says. */
export const RESULT_STAGES: { stage: ResultStage; title: string; label: string; meaning: string }[] = [
  {
    stage: "aged",
    title: "Aged results",
    label: "Aged, 24 months or more",
    meaning: "24 months or more after the last session",
  },
  {
    stage: "settled",
    title: "Settled results",
    label: "Settled, 6 to 24 months",
    meaning: "6 to 24 months after the last session",
  },
  {
    stage: "healed",
    title: "Healed results",
    label: "Healed, 28 days to 6 months",
    meaning: "28 days to 6 months after the last session",
  },
  {
    stage: "fresh",
    title: "Fresh results",
    label: "Fresh, under 28 days",
    meaning: "less than 28 days after the last session, so darker and crisper than it will stay",
  },
];

/** The age of a case is that of its oldest result; null for a case that shows no result. */
export function stageOfCase(portfolioCase: { photos: { stage: PhotoStage }[] }): ResultStage | null {
  const shown = new Set(portfolioCase.photos.map((photo) => photo.stage));
  return RESULT_STAGES.find(({ stage }) => shown.has(stage))?.stage ?? null;
}

/** Cases by the age of their oldest result, oldest first, without empty groups. Cases without a result are left out. */
export function groupCases<T extends { photos: { stage: PhotoStage }[] }>(
  cases: readonly T[],
): { stage: ResultStage; title: string; meaning: string; cases: T[] }[] {
  return RESULT_STAGES.map((group) => ({
    ...group,
    cases: cases.filter((portfolioCase) => stageOfCase(portfolioCase) === group.stage),
  })).filter((group) => group.cases.length > 0);
}

/** "Norwood 3", "Ludwig 1"; null where no scale was given. */
export function scaleLabel(scale: HairLossScale, from: number | null, to: number | null = from): string | null {
  if (scale === "none" || from === null) return null;
  const name = scale === "norwood" ? "Norwood" : "Ludwig";
  return to === null || to === from ? `${name} ${from}` : `${name} ${from} to ${to}`;
}

/** "12 days", "7 months", "2 years": the age of a result in the largest unit that stays honest. */
export function resultAge(days: number): string {
  if (days < 61) return days === 1 ? "1 day" : `${days} days`;
  const months = Math.floor(days / 30.4375);
  if (months < 24) return `${months} months`;
  const years = Math.floor(months / 12);
  return `${years} years`;
}
