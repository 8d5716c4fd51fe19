import type { Criterion, EvidenceKind, EvidenceStatus, InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import { statusToday } from "#app/domain/criteria/evidence.ts";
import type { Day, EvidenceState } from "#app/domain/criteria/evidence.ts";

/*
 * What readers may see of evidence and inspections. Only some states are public: what was refused, replaced or
 * withdrawn is not shown, and everything that waits for a moderator reads the same, whatever it waits for.
 */
export type PublicEvidenceStatus = Extract<EvidenceStatus, "verified" | "in_check" | "declared" | "expired">;

const PUBLIC_STATUS: Partial<Record<EvidenceStatus, PublicEvidenceStatus>> = {
  verified: "verified",
  submitted: "in_check",
  in_check: "in_check",
  needs_better_copy: "in_check",
  declared: "declared",
  expired: "expired",
};

/** The stored states that have a public one, for queries. */
export const PUBLICLY_SHOWN_STATUSES = Object.keys(PUBLIC_STATUS) as EvidenceStatus[];

/** The status readers see today; null for a row that is not shown at all. */
export function publicStatus(evidence: EvidenceState, today: Day): PublicEvidenceStatus | null {
  return PUBLIC_STATUS[statusToday(evidence, today)] ?? null;
}

export const HYGIENE_KINDS = {
  bloodborne_pathogen_certificate: "Bloodborne-pathogen certificate",
  infection_control_award: "Infection-control award",
  single_use_declaration: "Single-use needles declaration",
  autoclave_spore_test: "Autoclave with spore-test log",
  sharps_contract: "Sharps and clinical-waste contract",
  insurance_certificate: "Insurance certificate",
} as const;

/** One fact behind a criterion as the profile shows it. */
export type PublicEvidence = {
  id: string;
  criterion: Criterion;
  kind: EvidenceKind;
  /** As of today: what has run out says expired. */
  status: PublicEvidenceStatus;
  isExpiring: boolean;
  /** For a training, the day it was completed where no certificate date is known. */
  issuedOn: Day | null;
  expiresOn: Day | null;
  noExpiryReason: "none_under_regime" | "unknown" | null;
  source: string | null;
  /** Always http or https. */
  sourceUrl: string | null;
  checkedOn: Day | null;
  /** Display name of the moderator, or null where a register is the source. */
  checkedBy: string | null;
  /** What the fact is, in one line: "Tattoo studio licence", "Bloodborne-pathogen certificate". */
  title: string;
  /** Further facts as label and value, in order. */
  details: { label: string; value: string }[];
  isNotRequired: boolean;
};

/**
 * What is said of a fact without an expiry date. Null where the question makes no sense: nobody asks until when a
 * course was taken, or until when a duty is absent.
 */
export function noExpiryWords({
  kind,
  noExpiryReason,
  isNotRequired,
}: Pick<PublicEvidence, "kind" | "noExpiryReason" | "isNotRequired">): string | null {
  if (isNotRequired) return null;
  if (noExpiryReason === "none_under_regime") {
    return kind === "authorization" ? "No expiry under this regime" : "No expiry";
  }
  return kind === "training" ? null : "Expiry unknown";
}

const EVIDENCE_ORDER: Record<PublicEvidenceStatus, number> = { verified: 0, in_check: 1, declared: 2, expired: 3 };

/** Strongest first, then newest: the order of the rows in a section. */
export function byStrength(
  a: Pick<PublicEvidence, "status" | "checkedOn" | "issuedOn" | "id">,
  b: Pick<PublicEvidence, "status" | "checkedOn" | "issuedOn" | "id">,
): number {
  return (
    EVIDENCE_ORDER[a.status] - EVIDENCE_ORDER[b.status] ||
    (b.checkedOn ?? b.issuedOn ?? "").localeCompare(a.checkedOn ?? a.issuedOn ?? "") ||
    a.id.localeCompare(b.id)
  );
}

export const INSPECTION_OUTCOMES: Record<InspectionOutcome, string> = {
  pass: "Pass",
  conditional_pass: "Conditional pass",
  closed: "Closed",
};

/** How a register's severities read to somebody who has never seen an inspection form. */
export const INFRACTION_SEVERITIES = {
  crucial: "Crucial: an immediate health hazard",
  significant: "Significant: a possible health hazard",
  minor: "Minor: little risk to health",
} as const;
export type InfractionSeverity = keyof typeof INFRACTION_SEVERITIES;

/** One official inspection as the profile shows it. */
export type PublicInspection = {
  inspectedOn: Day;
  outcome: InspectionOutcome;
  services: string[];
  premisesName: string;
  source: string;
  sourceRecord: string;
  snapshotOn: Day;
  isSample: boolean;
  infractions: {
    severity: InfractionSeverity;
    category: string;
    /** As the register has it, or in plain words with the rule that was broken apart in `citation`. */
    text: string;
    citation: string | null;
    action: string | null;
    services: string[];
  }[];
};

/** Who publishes a source of facts, and the sentence its licence asks for: shown wherever its rows are. */
export type RegisterCredit = {
  source: string;
  title: string;
  /** A studio or school brought it; no public register. */
  isList: boolean;
  credit: string | null;
  url: string | null;
};

/** Of two outcomes the worse one is the lower. */
export const OUTCOME_ORDER: Record<InspectionOutcome, number> = { closed: 0, conditional_pass: 1, pass: 2 };

/** Newest first; of two outcomes on one day the worse one first, so that it counts as the latest. */
export function byInspectionDay(
  a: Pick<PublicInspection, "inspectedOn" | "outcome">,
  b: Pick<PublicInspection, "inspectedOn" | "outcome">,
): number {
  return b.inspectedOn.localeCompare(a.inspectedOn) || OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome];
}
