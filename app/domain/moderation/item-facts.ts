import { STAGE_LABELS, stageOf } from "#app/domain/media/photo.ts";
import type { PhotoStage, ShownPhoto } from "#app/domain/media/photo.ts";
import type { Fact } from "#app/domain/moderation/item.ts";
import { dayWords } from "#app/domain/technicians/fact-words.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";
import { resultAge } from "#app/domain/portfolio/portfolio-case.ts";
import { DAY_MS } from "#app/platform/durations.ts";

type ReviewFactRow = {
  treatment: Treatment | null;
  concern: Concern | null;
  sessions: number | null;
  pricePaid: number | null;
  currency: string | null;
  lastSessionOn: Date | null;
  submittedAt: Date | null;
  relationship: "none" | "friend_or_family" | "employee" | "competitor" | null;
  isIncentivised: boolean | null;
  incentiveNote: string | null;
  attestationVersion: string | null;
};

const RELATIONSHIPS: Record<NonNullable<ReviewFactRow["relationship"]>, string> = {
  none: "None",
  friend_or_family: "Friend or family",
  employee: "Works for them",
  competitor: "Competes with them",
};

/** What the author told beside the text. None of it says how many stars they gave, or lets it be guessed. */
export function reviewFacts(row: ReviewFactRow): Fact[] {
  const { treatment, concern, lastSessionOn, submittedAt, pricePaid, currency } = row;
  const days =
    lastSessionOn && submittedAt
      ? Math.max(0, Math.floor((submittedAt.getTime() - lastSessionOn.getTime()) / DAY_MS))
      : null;
  return known([
    ["Treatment", treatment && TREATMENTS[treatment]],
    ["Concern", concern && CONCERNS[concern]],
    ["Sessions", row.sessions === null ? null : String(row.sessions)],
    ["Last session", lastSessionOn && dayWords(lastSessionOn)],
    ["Age of the result when sent", days === null ? null : `${resultAge(days)} (${STAGE_LABELS[stageOf(days)]})`],
    ["Price paid", pricePaid !== null && currency ? money(pricePaid, currency) : null],
    ["Relationship told", row.relationship && RELATIONSHIPS[row.relationship]],
    ["Incentive told", row.isIncentivised ? (row.incentiveNote ?? "Yes, without details") : "None"],
    ["Statement signed", row.attestationVersion && `Version ${row.attestationVersion}`],
  ]);
}

/** The same of a follow-up. */
export function followUpFacts(row: { month: number; daysSinceLastSession: number; hadTopUp: boolean | null }): Fact[] {
  const { daysSinceLastSession: days } = row;
  return known([
    ["Follow-up", `About ${row.month} ${row.month === 1 ? "month" : "months"} on`],
    ["Age of the result", `${resultAge(days)} (${STAGE_LABELS[stageOf(days)]})`],
    ["Top-up since", yesOrNo(row.hadTopUp)],
  ]);
}

export function yesOrNo(answer: boolean | null): string | null {
  return answer === null ? null : answer ? "Yes" : "No";
}

export function known(rows: [label: string, value: string | null][]): Fact[] {
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function money(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

type PhotoRow = {
  storageKey: string;
  width: number;
  height: number;
  placeholderColour: string;
  stage: PhotoStage;
  daysSinceLastSession: number | null;
};

export function itemPhoto({ storageKey, daysSinceLastSession, ...photo }: PhotoRow): ShownPhoto {
  const age = daysSinceLastSession === null ? "" : `, ${resultAge(daysSinceLastSession)} after the last session`;
  return { ...photo, key: storageKey, alt: `${STAGE_LABELS[photo.stage]}${age}, sent by the client` };
}
