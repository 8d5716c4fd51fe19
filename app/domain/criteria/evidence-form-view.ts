import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import type { AuthorizationChoice, Regime } from "#app/domain/criteria/regime.ts";

/** Which form, with all that its words need. */
export type EvidenceQuestion =
  | { kind: "authorization"; regime: Regime; choice: AuthorizationChoice }
  | { kind: "hygiene"; paper: HygieneKind }
  | { kind: "training" }
  | { kind: "association" };

/** One form for one piece of evidence, new (version 0) or one's own. */
export type EvidenceFormView = {
  evidenceId: string;
  version: number;
  question: EvidenceQuestion;
  values: Record<string, string>;
  places: { id: string; name: string }[];
  /** Handed in within a day: to choose again instead of sending the file once more. */
  recent: { id: string; words: string }[];
  /** The document that lies beside it already, in words. */
  attached: string | null;
};

export const EVIDENCE_TITLES: Record<EvidenceKind, string> = {
  authorization: "an authorisation",
  hygiene: "evidence about hygiene",
  training: "a training",
  association: "a membership",
};

export function isEvidenceKind(word: string | undefined): word is EvidenceKind {
  return word !== undefined && Object.hasOwn(EVIDENCE_TITLES, word);
}
