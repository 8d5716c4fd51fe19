import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { Mail } from "#app/platform/mail.ts";

const SUBJECTS = {
  published: "A case of yours is published",
  changes_requested: "A case of yours needs a change",
  rejected: "A case of yours was not published",
} as const;

/** What became of a case that was handed in. The moderator's facts stand behind the link. */
export function caseDecidedMail(
  to: string,
  told: { caseId: string; version: number; outcome: keyof typeof SUBJECTS; reason: CheckReason | null },
): Mail {
  const { caseId, version, outcome, reason } = told;
  return {
    key: `portfolio-case-decided:${caseId}:${version}`,
    to,
    subject: SUBJECTS[outcome],
    paragraphs: [
      outcome === "published"
        ? "A moderator looked at it, and it stands on your profile now."
        : "A moderator looked at it and decided otherwise.",
      ...(reason === null ? [] : [`The reason: ${CHECK_REASONS[reason].title}. ${CHECK_REASONS[reason].rule}`]),
      ...(outcome === "published" ? [] : ["The facts that the moderator went by stand beside it."]),
    ],
    action: { label: "See the case", path: `/studio/portfolio/${caseId}` },
    why: "You get this because you handed in a case on Hairline.",
  };
}
