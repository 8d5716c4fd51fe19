import type {
  Criterion,
  CriterionState,
  CriterionStates,
  EvidenceStatus,
  InspectionOutcome,
} from "#app/domain/criteria/criterion.ts";

/*
 * One checkable fact behind a criterion. States:
 * declared -> submitted -> in_check -> verified | needs_better_copy | rejected;
 * verified -> expired | superseded | withdrawn. Expiry comes by the clock: a row that says `verified` counts as
 * expired from the day after `expiresOn`, whether or not anything has rewritten it.
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
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** What of an evidence row decides its state today. */
export type EvidenceState = { status: EvidenceStatus; expiresOn: Day | null };

/** The status as it is today: what has run out is expired, by the clock alone. */
export function statusToday(evidence: EvidenceState, today: Day): EvidenceStatus {
  if (evidence.status === "verified" && evidence.expiresOn !== null && evidence.expiresOn < today) return "expired";
  return evidence.status;
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

/** Strongest first: one current checked fact makes the criterion checked, whatever else is old or pending. */
function evidenceState(evidence: CriteriaFacts["evidence"], criterion: Criterion, today: Day): CriterionState {
  const rows = evidence.filter((row) => row.criterion === criterion);
  const has = (...statuses: EvidenceStatus[]) => rows.some((row) => statuses.includes(statusToday(row, today)));
  if (rows.some((row) => !row.isNotRequired && statusToday(row, today) === "verified")) return "checked";
  if (rows.some((row) => row.isNotRequired && statusToday(row, today) === "verified")) return "not_required";
  if (has("submitted", "in_check", "needs_better_copy")) return "being_checked";
  if (has("expired")) return "expired";
  if (has("declared")) return "self_declared";
  return "none_provided";
}

/**
 * An official inspection that was passed is a fact checked by its register. While the latest one says closed, nothing
 * that was checked before holds any more: a certificate on the wall does not make a closed place clean.
 */
function sterileState(byEvidence: CriterionState, latestInspection: InspectionOutcome | null): CriterionState {
  if (latestInspection === "pass") return "checked";
  return latestInspection === "closed" && byEvidence === "checked" ? "expired" : byEvidence;
}

/** The six states as they are today, the only place where they are decided. */
export function criterionStates(facts: CriteriaFacts, today: Day): CriterionStates {
  const dedication = evidenceState(facts.evidence, "dedication", today);
  const sterile = evidenceState(facts.evidence, "sterile", today);
  return {
    // Nobody can look up what somebody feels: this one is never more than self-declared.
    understanding: facts.hasUnderstandingStatement || facts.hasOwnHairLoss ? "self_declared" : "none_provided",
    authorization: evidenceState(facts.evidence, "authorization", today),
    sterile: sterileState(sterile, facts.latestInspection),
    dedication: dedication === "none_provided" && facts.hasDedicationWords ? "self_declared" : dedication,
    portfolio: facts.publishedCases > 0 ? "checked" : facts.submittedCases > 0 ? "being_checked" : "none_provided",
    training: evidenceState(facts.evidence, "training", today),
  };
}
