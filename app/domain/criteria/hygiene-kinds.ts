import type { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { Term } from "#app/domain/criteria/later-day.ts";

export type HygieneKind = keyof typeof HYGIENE_KINDS;

/**
 * How long a paper about hygiene counts: a term from its day on; `printed` = until the end date that stands on it and
 * no longer; `none` = it does not run out.
 */
export type HygieneRule = {
  term: Term | "printed" | "none";
  /** What its day is the day of. */
  dayLabel: string;
  /** What else is asked, and whether it must be said. */
  detail: { label: string; hint: string; isRequired: boolean } | null;
  /** What it is, why it counts and what to hand in: read by its technician. */
  what: string;
  document: string;
};

export const HYGIENE_RULES: Record<HygieneKind, HygieneRule> = {
  // The rule on bloodborne pathogens of the United States (29 CFR 1910.1030) has training repeated every year.
  bloodborne_pathogen_certificate: {
    term: { months: 12 },
    dayLabel: "Day of the training",
    detail: { label: "Provider of the training", hint: "As on the certificate.", isRequired: false },
    what: "Training in how infections travel by blood, repeated every year. It counts for 12 months.",
    document: "The certificate, with your name and the day.",
  },
  // An award names no end; how long ago it was is shown by its day.
  infection_control_award: {
    term: "none",
    dayLabel: "Day of the award",
    detail: { label: "Awarding body and level", hint: "For example a Level 2 award.", isRequired: false },
    what: "An examined course in infection control. It does not run out; its day is shown.",
    document: "The certificate of the award.",
  },
  // Needles and suppliers change: a declaration is made anew every year (our own rule).
  single_use_declaration: {
    term: { months: 12 },
    dayLabel: "Day of the declaration",
    detail: { label: "Brand of needles, and lot if you know it", hint: "As on the pack.", isRequired: true },
    what: "You use every needle once and open it in front of the client. Renewed every 12 months.",
    document: "A signed and dated declaration, or a photo of the pack with brand, lot and sterility date.",
  },
  // Spore tests are asked for weekly to monthly, by place; one older than 31 days says nothing about today (our own rule).
  autoclave_spore_test: {
    term: { days: 31 },
    dayLabel: "Day of the last spore test",
    detail: {
      label: "Result, and who tested",
      hint: "For example: negative, by an outside laboratory.",
      isRequired: true,
    },
    what: "A spore test shows that an autoclave really sterilises. Only needed if you use anything more than once. It counts for 31 days.",
    document: "The page of the log or the laboratory’s report with the last test.",
  },
  sharps_contract: {
    term: "printed",
    dayLabel: "Start of the contract",
    detail: { label: "Carrier", hint: "Who collects the waste.", isRequired: false },
    what: "Somebody licensed collects used needles. It counts until the contract’s own end.",
    document: "The contract or the carrier’s confirmation, with your name or address and the end date.",
  },
  insurance_certificate: {
    term: "printed",
    dayLabel: "Start of the cover",
    detail: { label: "Insurer", hint: "And what is covered, if it says scalp micropigmentation.", isRequired: false },
    what: "Insurance that covers treatments. It counts until the policy’s own end.",
    document: "The certificate of insurance with your name, the cover and the end date.",
  },
};
