import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { Fact } from "#app/domain/moderation/item.ts";
import { dayWords } from "#app/domain/technicians/fact-words.ts";

export type FieldsRow = {
  issuedOn: Date | null;
  expiresOn: Date | null;
  noExpiryReason: "none_under_regime" | "unknown" | null;
  authorization: {
    holder: "person" | "premises";
    authority: string;
    number: string | null;
    notRequired: boolean;
    reason: string | null;
    regime: { name: string };
    premises: { name: string; address: string; city: string } | null;
  } | null;
  hygiene: { hygieneKind: keyof typeof HYGIENE_KINDS; detail: string | null } | null;
  training: {
    provider: string;
    trainer: string | null;
    courseName: string;
    smpHours: number | null;
    liveModels: number | null;
    completedOn: Date | null;
  } | null;
  association: { name: string; memberNumber: string | null; memberSince: number | null } | null;
};

const NONE = "None provided";
const dayOrNone = (day: Date | null): string => (day === null ? NONE : dayWords(day));

/** What the evidence is, in one line. */
export function evidenceHeading({ authorization, hygiene, training, association }: FieldsRow): string {
  if (authorization) {
    return authorization.notRequired ? `Not required: ${authorization.regime.name}` : authorization.regime.name;
  }
  if (hygiene) return HYGIENE_KINDS[hygiene.hygieneKind];
  if (training) return training.courseName;
  return association ? `Member of ${association.name}` : "Evidence";
}

/** What was typed in, in the order in which documents have it: who issued it, what, to whom, from when, until when. */
export function evidenceFields(row: FieldsRow, technicianName: string): Fact[] {
  return [...ownFields(row, technicianName), ...dates(row)];
}

function ownFields({ authorization, hygiene, training, association }: FieldsRow, name: string): Fact[] {
  if (authorization) {
    const { authority, number, holder, premises, notRequired, reason } = authorization;
    const place = premises ? `${premises.name}, ${premises.address}, ${premises.city}` : "Premises that are gone";
    if (notRequired) {
      return facts([
        ["How they know that nothing is required", reason ?? NONE],
        ["Authority", authority],
      ]);
    }
    return facts([
      ["Authority", authority],
      ["Number", number ?? NONE],
      ["Held by", holder === "person" ? `${name}, in person` : place],
    ]);
  }
  if (hygiene) {
    return facts([
      ["Name on the profile", name],
      ["Details", hygiene.detail ?? NONE],
    ]);
  }
  if (training) {
    return facts([
      ["Provider", training.provider],
      ["Trainer", training.trainer ?? NONE],
      ["Course", training.courseName],
      ["Name on the profile", name],
      ["Hours of SMP", String(training.smpHours ?? NONE)],
      ["Live models", String(training.liveModels ?? NONE)],
      ["Completed on", dayOrNone(training.completedOn)],
    ]);
  }
  if (!association) return [];
  return facts([
    ["Association", association.name],
    ["Name on the profile", name],
    ["Member number", association.memberNumber ?? NONE],
    ["Member since", String(association.memberSince ?? NONE)],
  ]);
}

function dates({ issuedOn, expiresOn, noExpiryReason }: FieldsRow): Fact[] {
  const until =
    expiresOn !== null
      ? dayWords(expiresOn)
      : noExpiryReason === "none_under_regime"
        ? "Does not run out"
        : "Not known";
  return facts([
    ["Issued on", dayOrNone(issuedOn)],
    ["Holds until", until],
  ]);
}

function facts(rows: [label: string, value: string][]): Fact[] {
  return rows.map(([label, value]) => ({ label, value }));
}
