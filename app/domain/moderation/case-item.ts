import type { ShownPhoto } from "#app/domain/media/photo.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { Fact, PastDecision } from "#app/domain/moderation/item.ts";
import type { Claim, Waiting } from "#app/domain/moderation/queue.ts";
import type { CaseStatus } from "#app/domain/portfolio/case-states.ts";
import type { CaseWarning } from "#app/domain/portfolio/case-warnings.ts";
import type { ConsentState } from "#app/domain/portfolio/consent-state.ts";

/** A portfolio case with all that a moderator goes by. */
export type CaseItem = {
  id: string;
  version: number;
  status: CaseStatus;
  heading: string;
  isSample: boolean;
  technician: { name: string; slug: string };
  waiting: Waiting | null;
  claim: Claim | null;
  facts: Fact[];
  lastSessionOn: string | null;
  photos: CaseItemPhoto[];
  consent: ConsentState;
  /** The technician says that the pictures show themself. */
  isOwnHead: boolean;
  warnings: CaseWarning[];
  similar: SimilarCasePhoto[];
  history: PastDecision[];
};

export type CaseItemPhoto = ShownPhoto & {
  caption: string | null;
  daysSinceLastSession: number | null;
  takenOn: string | null;
};

/** A picture elsewhere that looks like one of these. */
export type SimilarCasePhoto = {
  /** The number of the picture on this page. */
  number: number;
  where: string;
  /** Where a moderator can look at it; null where there is no page for it. */
  href: string | null;
  isSame: boolean;
};

/** The reasons that can apply to a case. */
export const CASE_REASONS = [
  "consent_missing",
  "shows_identity",
  "not_their_work",
  "used_by_another",
  "photo_edited",
  "age_contradicted",
  "not_smp",
  "incomplete",
  "unreadable",
] as const satisfies readonly CheckReason[];
