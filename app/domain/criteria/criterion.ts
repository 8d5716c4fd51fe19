/**
 * The six criteria for choosing a technician, from the document the product started with. Each is a set of separate
 * facts; its state sums up what kind of facts there are, never how good they are. A state is one of
 * checked, self_declared, being_checked, expired, none_provided, not_required.
 */
export const CRITERIA = {
  understanding: {
    title: "Understands hair loss",
    question: "Do they understand what losing your hair is like?",
    checkable: "A statement in their own words, and whether they have lost hair themselves. Self-declared.",
    clientQuestion: "Understood what losing hair is like",
  },
  authorization: {
    title: "Authorised",
    question: "Are they allowed to do this here?",
    checkable: "Licence, registration or permit, with its number, authority and dates, looked up at the source.",
    clientQuestion: null,
  },
  sterile: {
    title: "Sterile environment",
    question: "Is the place clean and the equipment sterile?",
    checkable: "Bloodborne-pathogen certificate, single-use or autoclave records, and official inspections.",
    clientQuestion: "Clean and hygienic",
  },
  dedication: {
    title: "Enthusiastic about SMP",
    question: "Is SMP what they do, and do they explain it?",
    checkable: "Years of practice, share of SMP in their work, associations, and answers in their own words.",
    clientQuestion: "Explained and cared",
  },
  portfolio: {
    title: "Track record",
    question: "Can you see healed results like yours?",
    checkable: "Before and after cases with the age of the result, consent and declarations.",
    clientQuestion: "Result matches what I asked for",
  },
  training: {
    title: "Trained by the best",
    question: "Who trained them, and for how long?",
    checkable: "Provider, trainer, SMP hours, live models, date and certificate.",
    clientQuestion: null,
  },
} as const;
export type Criterion = keyof typeof CRITERIA;
export const CRITERION_KEYS = Object.keys(CRITERIA) as Criterion[];

export const CRITERION_STATES = {
  checked: "Checked",
  self_declared: "Self-declared",
  being_checked: "Being checked",
  expired: "Expired",
  none_provided: "None provided",
  not_required: "Not required here",
} as const;
export type CriterionState = keyof typeof CRITERION_STATES;
export type CriterionStates = Record<Criterion, CriterionState>;

/** A criterion's title within a sentence; the name of the treatment keeps its capitals. */
export function criterionInSentence(criterion: Criterion): string {
  const { title } = CRITERIA[criterion];
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** The criteria that can be asked for in search as checked facts. */
export const VERIFIABLE_CRITERIA = ["authorization", "sterile", "portfolio", "training"] as const;
export type VerifiableCriterion = (typeof VERIFIABLE_CRITERIA)[number];

/** States of one evidence row; the rules that move between them are in evidence.ts. */
export const EVIDENCE_STATUSES = [
  "declared",
  "submitted",
  "in_check",
  "verified",
  "needs_better_copy",
  "rejected",
  "expired",
  "superseded",
  "withdrawn",
] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];
export type EvidenceKind = "authorization" | "hygiene" | "training" | "association";
export type InspectionOutcome = "pass" | "conditional_pass" | "closed";
