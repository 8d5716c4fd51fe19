import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";

/** What a moderator calls a piece of evidence of each kind, and several of them. */
export const EVIDENCE_WORDS: Record<EvidenceKind, { one: string; many: string }> = {
  authorization: { one: "Authorisation", many: "Authorisations" },
  hygiene: { one: "Hygiene evidence", many: "Hygiene" },
  training: { one: "Training", many: "Trainings" },
  association: { one: "Membership", many: "Memberships" },
};
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_WORDS) as EvidenceKind[];

/** The kind that an address asks for; null for any other word. */
export function evidenceKindOf(word: string | null): EvidenceKind | null {
  return EVIDENCE_KINDS.find((kind) => kind === word) ?? null;
}

/** The heading of evidence as a list from the database has it: whose it is, or the key of a kind of hygiene evidence. */
export function evidenceHeadingWords(heading: string): string {
  const words: Readonly<Record<string, string>> = HYGIENE_KINDS;
  return Object.hasOwn(words, heading) ? (words[heading] ?? heading) : heading;
}
