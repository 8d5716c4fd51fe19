import type {
  Criterion,
  CriterionState,
  CriterionStates,
  EvidenceStatus,
  InspectionOutcome,
} from "#app/domain/criteria/criterion.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/*
 * One checkable fact behind a criterion. States:
 * declared -> submitted -> in_check -> verified | needs_better_copy | rejected;
 * verified -> expired | superseded | withdrawn. Expiry comes by the clock: a row that says `verified` counts as
 * expired from the day `expiresOn` on, whether or not anything has rewritten it. So does one that is only declared:
 * nobody shows a licence that has run out.
 */
/** Days before expiry from which a fact is shown as about to expire. */
const EXPIRING_WITHIN_DAYS = 30;

/** A calendar day as "2026-03-08". Days compare as strings. */
export type Day = string;

export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Whole days since 1 January 1970: how days are stored in the search index. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** What of an evidence row decides its state today. */
export type EvidenceState = { status: EvidenceStatus; expiresOn: Day | null };

/** The status as it is today: what has run out is expired, by the clock alone. */
export function statusToday({ status, expiresOn }: EvidenceState, today: Day): EvidenceStatus {
  const runsOut = status === "verified" || status === "declared";
  return runsOut && expiresOn !== null && expiresOn <= today ? "expired" : status;
}

/** True for a verified fact that runs out within 30 days and hasn't yet. */
export function isExpiring(evidence: EvidenceState, today: Day): boolean {
  if (statusToday(evidence, today) !== "verified" || evidence.expiresOn === null) return false;
  return dayNumber(evidence.expiresOn) - dayNumber(today) <= EXPIRING_WITHIN_DAYS;
}

/** All that the six states are made from. */
export type CriteriaFacts = {
  hasUnderstandingStatement: boolean;
  hasOwnHairLoss: boolean | null;
  /** Years, share of SMP, answers or a statement: anything said about criterion 4. */
  hasDedicationWords: boolean;
  publishedCases: number;
  submittedCases: number;
  latestInspection: InspectionOutcome | null;
  evidence: (EvidenceState & { criterion: Criterion; isNotRequired: boolean })[];
};

/** Stands for the end of what does not run out. */
export const NO_END: Day = "9999-12-31";

/**
 * The day from which a criterion is no longer a checked fact, the only place where that is decided: `NO_END` where
 * nothing runs out, null where nothing was checked. Page and search index compare it with today, so they agree.
 */
export function checkedUntil(facts: CriteriaFacts, criterion: Criterion): Day | null {
  // Nobody can look up what somebody feels.
  if (criterion === "understanding") return null;
  if (criterion === "portfolio") return facts.publishedCases > 0 ? NO_END : null;
  const days = facts.evidence
    .filter((row) => row.criterion === criterion && row.status === "verified" && !row.isNotRequired)
    .map((row) => row.expiresOn ?? NO_END);
  if (criterion === "sterile") {
    // A certificate on the wall does not make a place clean that inspectors closed.
    if (facts.latestInspection === "closed") return null;
    // An official inspection that was passed is a fact checked by its register.
    if (facts.latestInspection === "pass") days.push(NO_END);
  }
  return days.sort().at(-1) ?? null;
}

/** Strongest first: one current checked fact makes the criterion checked, whatever else is old or pending. */
function evidenceState(facts: CriteriaFacts, criterion: Criterion, today: Day): CriterionState {
  const until = checkedUntil(facts, criterion);
  if (until !== null && until > today) return "checked";
  const rows = facts.evidence.filter((row) => row.criterion === criterion);
  const has = (isNotRequired: boolean, ...statuses: EvidenceStatus[]) =>
    rows.some((row) => row.isNotRequired === isNotRequired && statuses.includes(statusToday(row, today)));
  // Verified and current, yet not checked: the place was closed since.
  if (has(false, "verified")) return "expired";
  if (has(true, "verified")) return "not_required";
  const either = (...statuses: EvidenceStatus[]) => has(false, ...statuses) || has(true, ...statuses);
  if (either("submitted", "in_check", "needs_better_copy")) return "being_checked";
  if (either("expired")) return "expired";
  if (either("declared")) return "self_declared";
  return "none_provided";
}

/** The six states as they are today, the only place where they are decided. */
export function criterionStates(facts: CriteriaFacts, today: Day): CriterionStates {
  const dedication = evidenceState(facts, "dedication", today);
  return {
    // This one is never more than self-declared.
    understanding: facts.hasUnderstandingStatement || facts.hasOwnHairLoss ? "self_declared" : "none_provided",
    authorization: evidenceState(facts, "authorization", today),
    sterile: evidenceState(facts, "sterile", today),
    dedication: dedication === "none_provided" && facts.hasDedicationWords ? "self_declared" : dedication,
    portfolio: facts.publishedCases > 0 ? "checked" : facts.submittedCases > 0 ? "being_checked" : "none_provided",
    training: evidenceState(facts, "training", today),
  };
}
