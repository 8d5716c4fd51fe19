import { CRITERIA, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import type { Criterion } from "#app/domain/criteria/criterion.ts";
import { noExpiryWords } from "#app/domain/criteria/evidence-fact.ts";
import type { PublicEvidence } from "#app/domain/criteria/evidence-fact.ts";
import { counted, plainFact } from "#app/domain/profiles/compare-fact.ts";
import type { Block, CompareFact, Line } from "#app/domain/profiles/compare-fact.ts";

/** Facts of one criterion in a cell, strongest first; the others are on the profile. */
const MOST_FACTS = 2;
/** Details of one fact in a cell: who holds it, from whom, under which number; of a course, also how many live models. */
const MOST_DETAILS = 3;
const MOST_COURSE_DETAILS = 4;

const EVIDENCE_LABELS: Partial<Record<Criterion, string>> = {
  authorization: "Licences and registrations",
  sterile: "Certificates and declarations",
  dedication: "Associations",
  training: "Courses",
};

/** The state of a criterion, and below it what the state rests on. */
export function criterionFacts(criterion: Criterion): CompareFact[] {
  const state: CompareFact = {
    label: CRITERIA[criterion].title,
    state: ({ states }) => states[criterion],
    read: ({ states }) => [[[CRITERION_STATES[states[criterion]]]]],
  };
  if (criterion === "understanding") {
    const statement = plainFact("Statement in their own words", ({ understandingStatement }) =>
      understandingStatement ? "On the profile" : null,
    );
    return [state, statement];
  }
  const label = EVIDENCE_LABELS[criterion];
  if (label === undefined) return [state];
  return [
    state,
    {
      label,
      read: ({ evidence }) => {
        const facts = evidence.filter((fact) => fact.criterion === criterion);
        const rest = facts.length - MOST_FACTS;
        return [
          ...facts.slice(0, MOST_FACTS).map(evidenceBlock),
          ...(rest > 0 ? [[[`and ${counted(rest, "more fact")} on the profile`]]] : []),
        ];
      },
    },
  ];
}

function evidenceBlock(fact: PublicEvidence): Block {
  const most = fact.kind === "training" ? MOST_COURSE_DETAILS : MOST_DETAILS;
  const details = fact.details.slice(0, most).map(({ label, value }) => [`${label}: ${value}`]);
  const validity = validityLine(fact);
  return [[fact.title], ...details, [`Source: ${fact.source ?? "none provided"}`], checkedLine(fact), ...validity];
}

function checkedLine({ status, checkedOn }: PublicEvidence): Line {
  if (status === "in_check") return ["Being checked"];
  if (status === "declared" || checkedOn === null) return ["Self-declared, not checked"];
  return ["Checked on ", { day: checkedOn }];
}

function validityLine(fact: PublicEvidence): Line[] {
  const { status, expiresOn } = fact;
  if (expiresOn !== null) return [[status === "expired" ? "Expired on " : "Expires on ", { day: expiresOn }]];
  const words = noExpiryWords(fact);
  return words === null ? [] : [[words]];
}
