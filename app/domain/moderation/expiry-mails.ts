import { CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { Criterion } from "#app/domain/criteria/criterion.ts";
import { dayWords } from "#app/domain/technicians/fact-words.ts";
import type { Mail } from "#app/platform/mail.ts";

/** Numbers of papers stay out of mails: what it is and when it ends is enough to act on. */
type Ending = { evidenceId: string; criterion: Criterion; expiresOn: Date; to: string };

const WHY = "You get this because you keep a profile on Hairline that shows this evidence.";
const renew = (evidenceId: string) => ({
  label: "See it, and add the new one",
  path: `/studio/criteria/${evidenceId}`,
});

/** Warns of an end, 30 or 7 days before it, or as late as the clock came to it. */
export function expiryWarningMail(
  { evidenceId, criterion, expiresOn, to }: Ending,
  { daysBefore, daysLeft }: { daysBefore: 7 | 30; daysLeft: number },
): Mail {
  const day = dayWords(expiresOn);
  const left = daysLeft === 1 ? "tomorrow" : `in ${daysLeft} days`;
  return {
    key: `evidence-expires:${evidenceId}:${expiresOn.toISOString().slice(0, 10)}:${daysBefore}`,
    to,
    subject: `Evidence on your profile runs out ${left}`,
    paragraphs: [
      `Something you handed in for “${CRITERIA[criterion].title}” runs out on ${day}. From that day on your profile says “Expired on ${day}”, and it no longer counts in search.`,
      "When you have the new document, add it now: a moderator checks it, and it takes the place of the old one without a gap.",
    ],
    action: renew(evidenceId),
    why: WHY,
  };
}

/** Says that something has run out, once. */
export function evidenceExpiredMail({ evidenceId, criterion, expiresOn, to }: Ending): Mail {
  const day = dayWords(expiresOn);
  return {
    key: `evidence-expired:${evidenceId}:${expiresOn.toISOString().slice(0, 10)}`,
    to,
    subject: "Evidence on your profile has run out",
    paragraphs: [
      `Something you handed in for “${CRITERIA[criterion].title}” ran out on ${day}. Your profile says so now, and it no longer counts in search or as a badge.`,
      "Add the new document as soon as you have it. If there is none, nothing has to be done: the old one stays in your history.",
    ],
    action: renew(evidenceId),
    why: WHY,
  };
}
