import type { Criterion, CriterionState } from "#app/domain/criteria/criterion.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import type { OwnEvidence } from "#app/domain/criteria/own-evidence.ts";

/** Why a criterion matters to a client, what counts for it, and where it is added: read by technicians. */
export type Guide = { why: string; counts: readonly string[]; add: readonly { label: string; href: string }[] };

const ADD = "/studio/criteria/add";

export const GUIDES: Record<Criterion, Guide> = {
  understanding: {
    why: "Most people who write to you have hidden their hair loss for years. A few honest sentences decide whether they dare to come.",
    counts: [
      "A statement in your own words, below.",
      "Whether you have lost hair yourself, if you like to say so in your profile.",
    ],
    add: [],
  },
  authorization: {
    why: "Clients can’t judge a licence; they want to know that somebody looked it up. What a place asks for differs, so the form asks only what your place has.",
    counts: [
      "A licence, registration or permit, in your name or for the place you work at.",
      "That nothing is required here, where a place issues nothing.",
    ],
    add: [{ label: "Add an authorisation", href: `${ADD}/authorization` }],
  },
  sterile: {
    why: "An infection is the harm that clients fear most. Each paper is one fact with its own age; an old one does not count.",
    counts: [
      "Bloodborne-pathogen certificate (12 months) or an infection-control award.",
      "Single-use needles declaration (12 months), or a spore test of the autoclave (31 days).",
      "Sharps contract and insurance, until the end date on them.",
      "Official inspections, which come from public registers by themselves.",
    ],
    add: [{ label: "Add evidence about hygiene", href: `${ADD}/hygiene` }],
  },
  dedication: {
    why: "Somebody who does SMP every day and explains it well is what clients look for when two portfolios look alike.",
    counts: [
      "A statement and answers in your own words, below.",
      "Years and share of SMP, in your profile.",
      "Membership of an association.",
    ],
    add: [{ label: "Add a membership", href: `${ADD}/association` }],
  },
  portfolio: {
    why: "Healed results are what SMP is judged by, and the only thing a client can see before paying.",
    counts: ["Before and after cases with dates, declarations and the consent of whoever is shown."],
    add: [{ label: "Go to your portfolio", href: "/studio/portfolio" }],
  },
  training: {
    why: "Courses last from one day to several weeks. Hours, live models and who taught tell them apart.",
    counts: ["A training with provider, SMP hours, live models, day and certificate."],
    add: [{ label: "Add a training", href: `${ADD}/training` }],
  },
};

type Own = Pick<OwnEvidence, "criterion" | "kind" | "status" | "isNotRequired"> & { hygieneKind?: HygieneKind | null };

const COUNTS = ["verified", "submitted", "in_check", "declared"];

/** What would make a criterion stronger, in words; empty where nothing does. */
export function missingFor(
  criterion: Criterion,
  {
    state,
    evidence,
    hasWords,
    currentHygiene,
  }: {
    state: CriterionState;
    evidence: readonly Own[];
    /** Their own words on this criterion are there. */
    hasWords: boolean;
    /** Kinds of papers about hygiene that count, wait or are declared. */
    currentHygiene: readonly HygieneKind[];
  },
): string[] {
  const own = evidence.filter((row) => row.criterion === criterion);
  const missing = own.some(({ status }) => status === "needs_better_copy")
    ? ["A better copy of what a moderator could not read."]
    : [];
  const isDeclaredOnly = own.some(({ status }) => status === "declared");
  switch (criterion) {
    case "understanding":
      return hasWords ? [] : ["A statement in your own words."];
    case "portfolio":
      return state === "checked" ? [] : ["A case with healed results."];
    case "dedication":
      if (!hasWords) missing.push("A statement or answers in your own words.");
      return missing;
    case "sterile":
      return [...missing, ...missingHygiene(currentHygiene)];
    case "authorization":
    case "training":
      if (state === "expired") missing.push("The new one, in place of what ran out.");
      else if (!own.some(({ status }) => COUNTS.includes(status))) {
        missing.push(
          criterion === "training"
            ? "Who trained you, and for how long."
            : "An authorisation, or that none is required.",
        );
      } else if (isDeclaredOnly)
        missing.push("A document for what is only self-declared: with it, a moderator can check it.");
      return missing;
  }
}

function missingHygiene(kinds: readonly HygieneKind[]): string[] {
  const has = (...wanted: HygieneKind[]) => wanted.some((kind) => kinds.includes(kind));
  return [
    has("bloodborne_pathogen_certificate", "infection_control_award")
      ? null
      : `${HYGIENE_KINDS.bloodborne_pathogen_certificate}, or an infection-control award.`,
    has("single_use_declaration", "autoclave_spore_test")
      ? null
      : `${HYGIENE_KINDS.single_use_declaration}, or a spore test of your autoclave.`,
    has("sharps_contract") ? null : `${HYGIENE_KINDS.sharps_contract}.`,
    has("insurance_certificate") ? null : `${HYGIENE_KINDS.insurance_certificate}.`,
  ].filter((words) => words !== null);
}
