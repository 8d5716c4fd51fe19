import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { EvidenceKind, EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { Guide } from "#app/domain/moderation/evidence-guide.ts";
import type { Fact, PastDecision } from "#app/domain/moderation/item.ts";
import type { Claim, Waiting } from "#app/domain/moderation/queue.ts";

/** One piece of evidence with all that a moderator goes by. */
export type EvidenceItem = {
  id: string;
  version: number;
  kind: EvidenceKind;
  status: EvidenceStatus;
  /** Null when it does not wait. */
  waiting: Waiting | null;
  claim: Claim | null;
  technician: { name: string; slug: string; isPublic: boolean };
  isSample: boolean;
  heading: string;
  /** In the order in which a document has them. */
  fields: Fact[];
  expiresOn: Day | null;
  noExpiryReason: "none_under_regime" | "unknown" | null;
  isNotRequired: boolean;
  document: EvidenceDocument;
  regime: EvidenceRegime | null;
  guide: Guide;
  /** What can be ticked as compared. */
  comparable: Compared[];
  warnings: EvidenceWarningLine[];
  proposal: OpenProposal | null;
  history: PastDecision[];
  /** Other rows of the same kind, the newest first. */
  earlier: {
    id: string;
    heading: string;
    status: EvidenceStatus;
    issuedOn: Day | null;
    expiresOn: Day | null;
    isSameFact: boolean;
  }[];
};

/**
 * `confirm`: the password is older than ten minutes. `unshown`: a PDF that can't be drawn here; it can still be
 * downloaded. `gone`: deleted, as all documents are some time after the decision.
 */
export type EvidenceDocument =
  | { state: "none" | "gone" | "confirm" }
  | {
      state: "shown";
      isPdf: boolean;
      pages: { href: string; width: number; height: number }[];
      pageCount: number;
      downloadHref: string | null;
    }
  | { state: "unshown"; why: "locked" | "damaged" | "busy"; downloadHref: string | null };

export type EvidenceRegime = {
  name: string;
  registerUrl: string | null;
  registerNote: string;
  lookFor: string;
  renewalNote: string;
  sourceName: string;
  sourceUrl: string | null;
  checkedOn: Day;
};

export type EvidenceWarningLine = { words: string; related: { id: string; name: string }[] };

export type OpenProposal = {
  toStatus: "rejected" | "withdrawn";
  reason: CheckReason;
  note: string;
  by: string;
  at: string;
  isOwn: boolean;
};

/** What a moderator compared a paper with; kept as the source of the fact, which readers see. */
export const COMPARED = {
  register: { label: "Number found in the register", source: "Found in the public register" },
  document: { label: "Document seen", source: "Document seen" },
  issuer: { label: "Confirmed by whoever issued it", source: "Confirmed by whoever issued it" },
  rule: { label: "Rule read at its source", source: "Rule read at its source" },
} as const;
export type Compared = keyof typeof COMPARED;
export const COMPARED_KEYS = Object.keys(COMPARED) as Compared[];

/** "Found in the public register; document seen". */
export function sourceWords(compared: readonly Compared[]): string {
  const words = COMPARED_KEYS.filter((key) => compared.includes(key)).map((key) => COMPARED[key].source);
  return words
    .map((text, index) => (index === 0 ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`))
    .join("; ");
}
