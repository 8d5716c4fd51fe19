import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { Mail } from "#app/platform/mail.ts";

export type EvidenceOutcome = "verified" | "needs_better_copy" | "rejected" | "withdrawn" | "held" | "reinstated";

const SUBJECTS: Record<EvidenceOutcome, string> = {
  verified: "Your evidence is verified",
  needs_better_copy: "A better copy of your evidence is needed",
  rejected: "Your evidence was not accepted",
  withdrawn: "Verified evidence was withdrawn",
  held: "Your verified evidence is being looked at again",
  reinstated: "Your evidence is verified again",
};

const WORDS: Record<EvidenceOutcome, string> = {
  verified: "A moderator compared what you handed in with its source. It is shown as checked from now on.",
  needs_better_copy: "A moderator looked at what you handed in and can’t verify it yet.",
  rejected: "What you handed in was looked at and is not accepted as evidence.",
  withdrawn: "Evidence on your profile that was verified before was withdrawn. It is no longer shown as checked.",
  held: "A moderator has a doubt about evidence that was verified before. Until a second moderator has looked, it is not shown as checked.",
  reinstated:
    "A second moderator looked at your evidence and found nothing wrong. It is shown as checked again, with the day on which it was checked first.",
};

const NEXT: Record<EvidenceOutcome, string[]> = {
  verified: [],
  needs_better_copy: ["Hand in a better copy; it is then looked at anew."],
  rejected: ["If something is different by now, hand it in anew."],
  withdrawn: ["If something is different by now, hand it in anew."],
  held: ["You need not do anything now. You are told how it ends."],
  reinstated: [],
};

/** To whoever keeps the profile: what was decided, by which rule, and what can be done. The facts stand behind the link. */
export function evidenceMail(
  to: string,
  told: { evidenceId: string; version: number; outcome: EvidenceOutcome; reason: CheckReason | null; isByTwo: boolean },
): Mail {
  const { evidenceId, version, outcome, reason, isByTwo } = told;
  return {
    key: `evidence-decided:${evidenceId}:${version}`,
    to,
    subject: SUBJECTS[outcome],
    paragraphs: [
      `${WORDS[outcome]}${isByTwo ? " Two moderators looked at it." : ""}`,
      ...(reason === null ? [] : [`The reason: ${CHECK_REASONS[reason].title}. ${CHECK_REASONS[reason].rule}`]),
      ...NEXT[outcome],
    ],
    action: { label: "See your evidence", path: `/studio/criteria/${evidenceId}` },
    why: "You get this because you keep this profile on Hairline.",
  };
}
