import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import type { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";

/** For moderators: what a document of this kind has to show, and what is often wrong with it. */
export type Guide = { proves: readonly string[]; oftenWrong: readonly string[] };
type HygieneKind = keyof typeof HYGIENE_KINDS;

const AUTHORIZATION: Guide = {
  proves: [
    "The authority, the number and the holder are the ones that were typed in.",
    "The holder is the technician, or the premises on the profile with their address.",
    "The register or the authority itself knows the number, for this holder, today.",
  ],
  oftenWrong: [
    "It covers tattooing or piercing at other premises, or a person who only works there.",
    "A receipt or an application instead of the certificate.",
    "The date of issue was typed in as the date until which it holds.",
  ],
};

const NOT_REQUIRED: Guide = {
  proves: ["The rule that is named covers this place of work and this kind of treatment, and asks for no paper."],
  oftenWrong: ["The rule is of another country or council than the places of work on the profile."],
};

const HYGIENE: Record<HygieneKind, Guide> = {
  bloodborne_pathogen_certificate: {
    proves: ["The technician’s own name, the course, the day it was completed and who gave it."],
    oftenWrong: ["Older than a year, and so no longer current.", "Of an employer or a colleague."],
  },
  infection_control_award: {
    proves: ["The awarding body, the level, the name and the day."],
    oftenWrong: ["Attendance without an assessment.", "A general first-aid certificate."],
  },
  single_use_declaration: {
    proves: ["Brand of needle or cartridge and the lot, in a signed and dated declaration or on an invoice."],
    oftenWrong: ["No brand or lot.", "Only the handpiece is named."],
  },
  autoclave_spore_test: {
    proves: ["A laboratory’s spore test of the steriliser: its serial number, the day and a negative result."],
    oftenWrong: ["A chemical indicator strip, which is no spore test.", "Older than 31 days.", "A positive result."],
  },
  sharps_contract: {
    proves: ["A licensed carrier, the address of the premises and a term that covers today."],
    oftenWrong: ["An offer instead of a contract.", "Another address."],
  },
  insurance_certificate: {
    proves: ["The insurer, the policy number, the term, and that SMP or micropigmentation is covered."],
    oftenWrong: ["Beauty treatments only, without micropigmentation.", "Insures the building and not the treatment."],
  },
};

const TRAINING: Guide = {
  proves: ["The technician’s name, the provider, the course and the day. Hours and live models where it states them."],
  oftenWrong: [
    "Hours of a course in general were typed in as hours of SMP.",
    "The provider is the technician’s own studio.",
    "Brows or lips, and no scalp.",
  ],
};

const ASSOCIATION: Guide = {
  proves: ["The association’s own list has the name, or its letter names the technician and the term."],
  oftenWrong: ["A badge picture from a web page.", "Membership that was not renewed."],
};

export function guideFor(row: {
  kind: EvidenceKind;
  hygieneKind?: HygieneKind | null;
  isNotRequired?: boolean;
}): Guide {
  switch (row.kind) {
    case "authorization":
      return row.isNotRequired ? NOT_REQUIRED : AUTHORIZATION;
    case "hygiene":
      return HYGIENE[row.hygieneKind ?? "infection_control_award"];
    case "training":
      return TRAINING;
    case "association":
      return ASSOCIATION;
  }
}
