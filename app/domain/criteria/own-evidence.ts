import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { Criterion, EvidenceKind, EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import { isExpiring, statusToday } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { DocumentView } from "#app/domain/media/document.ts";

/** One piece of evidence as its own technician sees it. Days are calendar days, moments ISO texts in UTC. */
export type OwnEvidence = {
  id: string;
  version: number;
  criterion: Criterion;
  kind: EvidenceKind;
  /** As of today. */
  status: EvidenceStatus;
  isExpiring: boolean;
  title: string;
  details: { label: string; value: string }[];
  issuedOn: Day | null;
  expiresOn: Day | null;
  noExpiryReason: "none_under_regime" | "unknown" | null;
  isNotRequired: boolean;
  checkedOn: Day | null;
  submittedAt: string | null;
  /** The newest decision that carries a reason, while it still matters. */
  refusal: { reason: CheckReason | null; note: string | null; at: string } | null;
  /** A second moderator has been asked about it. */
  isHeld: boolean;
  document: OwnEvidenceDocument | null;
  /** A newer one of the same thing waits or was verified. */
  isRenewed: boolean;
  can: { change: boolean; giveUp: boolean; renew: boolean };
};

export type OwnEvidenceDocument = {
  id: string;
  mediaType: string;
  handedInAt: string;
  /** When its bytes go, or null while somebody waits for the decision; `isGone` once they are. */
  goesAt: string | null;
  isGone: boolean;
  views: DocumentView[];
};

type Tone = "plain" | "checked" | "amber";

/** The state in its owner's words: what it is, and what it means for the profile. */
export function ownStateWords({
  status,
  isExpiring: isNear,
  isNotRequired,
  isHeld,
  checkedOn,
}: Pick<OwnEvidence, "status" | "isExpiring" | "isNotRequired" | "isHeld" | "checkedOn">): {
  words: string;
  tone: Tone;
  means: string;
} {
  switch (status) {
    case "declared":
      return { words: "Self-declared", tone: "plain", means: "Your profile shows it as your own statement." };
    case "submitted":
      return { words: "Being checked", tone: "plain", means: "It waits for a moderator, the longest waiting first." };
    case "in_check":
      return isHeld
        ? {
            words: "On hold",
            tone: "amber",
            means: "A second moderator looks at it. Until then it counts for nothing.",
          }
        : { words: "Being checked", tone: "plain", means: "A moderator is looking at it." };
    case "verified":
      if (isNotRequired) return { words: "Not required here", tone: "plain", means: "A moderator agreed." };
      return isNear
        ? { words: "Checked, runs out soon", tone: "amber", means: "Hand in the new one now, so that there is no gap." }
        : { words: "Checked", tone: "checked", means: "It counts as a checked fact." };
    case "needs_better_copy":
      return {
        words: "Needs a better copy",
        tone: "amber",
        means: "Nothing is wrong with you: see what is asked for.",
      };
    case "rejected":
      return { words: "Rejected", tone: "amber", means: "It is not on your profile. You can add another one." };
    case "expired":
      return {
        words: "Expired",
        tone: "amber",
        means: checkedOn === null ? "It ran out before anybody checked it." : "Your profile says that it has run out.",
      };
    case "superseded":
      return { words: "Replaced", tone: "plain", means: "A newer one took its place." };
    case "withdrawn":
      return { words: "Withdrawn", tone: "plain", means: "It counts for nothing any more." };
  }
}

/** What a moderator wrote about it: the reason's name, the rule behind it, and the facts. */
export function refusalWords({ reason, note }: NonNullable<OwnEvidence["refusal"]>): {
  lead: string;
  note: string | null;
} {
  const known = reason === null ? null : CHECK_REASONS[reason];
  return { lead: known === null ? "A moderator wrote:" : `${known.title}. ${known.rule}`, note };
}

/** Over for good: shown under history and no longer among what counts or waits. */
export function isPast({ status, isRenewed }: Pick<OwnEvidence, "status" | "isRenewed">): boolean {
  return status === "superseded" || status === "withdrawn" || (status === "expired" && isRenewed);
}

/** What its keeper can do, by the stored state and the day. */
export function ownEvidenceCan(
  row: { status: EvidenceStatus; expiresOn: Day | null; kind: EvidenceKind; isHeld: boolean; isNotRequired: boolean },
  today: Day,
): OwnEvidence["can"] {
  const { status } = row;
  const shown = statusToday(row, today);
  const runsOut = row.kind !== "training" && !row.isNotRequired;
  return {
    change: status === "declared" || status === "needs_better_copy",
    giveUp: !row.isHeld && ["declared", "submitted", "in_check", "verified", "needs_better_copy"].includes(status),
    renew: runsOut && status !== "declared" && (shown === "expired" || shown === "verified"),
  };
}

export type Expiring = Pick<OwnEvidence, "id" | "title" | "criterion" | "isExpiring" | "isRenewed"> & {
  expiresOn: Day;
};

/** What counts now and will run out, soonest first. */
export function whatRunsOut(evidence: readonly OwnEvidence[], today: Day): Expiring[] {
  return evidence
    .flatMap(({ id, title, criterion, status, expiresOn, isRenewed }) =>
      status === "verified" && expiresOn !== null
        ? [{ id, title, criterion, isRenewed, expiresOn, isExpiring: isExpiring({ status, expiresOn }, today) }]
        : [],
    )
    .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn) || a.id.localeCompare(b.id));
}
