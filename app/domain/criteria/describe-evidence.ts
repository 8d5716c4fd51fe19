import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { PublicEvidence } from "#app/domain/criteria/evidence-fact.ts";

/** The row of the kind's own table, whichever it is, with the names of what it refers to. */
export type EvidenceWords = {
  authorization: {
    regime: string;
    holder: "person" | "premises";
    premises: string | null;
    authority: string;
    number: string | null;
    notRequired: boolean;
    reason: string | null;
    renewalNote: string;
    registerNote: string;
  } | null;
  hygiene: { kind: keyof typeof HYGIENE_KINDS; detail: string | null } | null;
  training: {
    provider: string;
    trainer: string | null;
    courseName: string;
    smpHours: number | null;
    liveModels: number | null;
  } | null;
  association: { name: string; memberNumber: string | null; memberSince: number | null } | null;
};
type Details = PublicEvidence["details"];

/** What a fact is, in one line, and what else is known of it, in reading order. What is missing says so or is left out. */
export function describeEvidence(row: EvidenceWords): { title: string; details: Details } {
  if (row.authorization) return describeAuthorization(row.authorization);
  if (row.training) return describeTraining(row.training);
  if (row.hygiene)
    return { title: HYGIENE_KINDS[row.hygiene.kind], details: present([["Details", row.hygiene.detail]]) };
  if (row.association) {
    const { name, memberNumber, memberSince } = row.association;
    return {
      title: `Member of ${name}`,
      details: present([
        ["Member number", memberNumber],
        ["Member since", memberSince],
      ]),
    };
  }
  return { title: "Evidence", details: [] };
}

function describeAuthorization(row: NonNullable<EvidenceWords["authorization"]>): { title: string; details: Details } {
  const holder = row.holder === "person" ? "the technician" : "the premises";
  if (row.notRequired) {
    return {
      title: `No authorisation of ${holder} is required here`,
      details: present([
        ["Rule", row.regime],
        ["How we know", row.reason],
        ["Authority", row.authority],
      ]),
    };
  }
  return {
    title: row.regime,
    details: present([
      ["Held by", row.premises === null ? holder : `${holder} (${row.premises})`],
      ["Authority", row.authority],
      ["Number", row.number ?? "None provided"],
      ["Renewal", row.renewalNote],
      ["Public register", row.registerNote],
    ]),
  };
}

function describeTraining(row: NonNullable<EvidenceWords["training"]>): { title: string; details: Details } {
  return {
    title: row.courseName,
    details: present([
      ["Provider", row.provider],
      ["Trainer", row.trainer ?? "None provided"],
      ["SMP hours", row.smpHours ?? "None provided"],
      ["Live models", row.liveModels ?? "None provided"],
    ]),
  };
}

function present(pairs: [label: string, value: string | number | null][]): Details {
  return pairs.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value: String(value) }]));
}
