import type { PhotoStage } from "#app/domain/media/photo.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { CaseGap } from "#app/domain/portfolio/case-gaps.ts";
import type { CaseStatus } from "#app/domain/portfolio/case-states.ts";
import type { ConsentState } from "#app/domain/portfolio/consent-state.ts";
import type { HairLossScale } from "#app/domain/portfolio/portfolio-case.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";

/** A case as its technician sees it. Days are "2026-03-08", times ISO texts. */
export type OwnCase = {
  id: string;
  version: number;
  status: CaseStatus;
  isSample: boolean;
  title: string;
  treatment: Treatment;
  concern: Concern;
  skinType: number | null;
  scale: HairLossScale;
  scaleBand: number | null;
  sessions: number | null;
  lastSessionOn: string | null;
  isSameLight: boolean;
  isSameAngle: boolean;
  isUnedited: boolean;
  photos: OwnCasePhoto[];
  consent: ConsentState;
  /** Until when the person in the pictures can answer, while they were asked and did not. */
  consentUntil: string | null;
  isOwnHead: boolean;
  gaps: CaseGap[];
  isChangeable: boolean;
  /** Pictures that were not sent to the end, in bytes. */
  pending: { id: string; byteLength: number; receivedBytes: number }[];
  /** Why it was sent back or rejected, with the moderator's facts. */
  refusal: { reason: CheckReason | null; note: string | null } | null;
  /** Moderators who looked at it before it was public. */
  looks: { at: string; by: string | null }[];
};

export type OwnCasePhoto = {
  id: string;
  key: string;
  width: number;
  height: number;
  stage: PhotoStage;
  daysSinceLastSession: number | null;
  takenOn: string | null;
  caption: string | null;
};
