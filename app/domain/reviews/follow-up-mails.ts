import { DECISION_TARGET_DAYS } from "#app/domain/reviews/review-rules.ts";
import type { Mail } from "#app/platform/mail.ts";

const WHY = "You get this because you wrote a review on Hairline.";
const form = (reviewId: string) => `/account/reviews/${reviewId}/follow-up`;
const inWords = (month: number) =>
  month === 1
    ? "About a month"
    : month === 12
      ? "About a year"
      : month === 24
        ? "About two years"
        : `About ${month} months`;

type Invite = { reviewId: string; month: number; to: string; technicianName: string; stopPath: string };

/** Asks how a result looks now. */
export function followUpInviteMail({ reviewId, month, to, technicianName, stopPath }: Invite): Mail {
  return {
    key: `follow-up-invite:${reviewId}:${month}`,
    to,
    subject: "How does it look now?",
    paragraphs: [
      `${inWords(month)} ago you had your last session with ${technicianName}, and you told others about it on Hairline.`,
      "How does the result look today? Three short answers are enough; a few words and a photo help even more. Your review stays as you wrote it, and what you say now stands below it.",
      "If nothing has changed, that is worth knowing too.",
    ],
    action: { label: "Say how it looks now", path: form(reviewId) },
    why: `${WHY} We ask about one, six, twelve and twenty-four months after the last session, and then no more.`,
    stop: { path: stopPath },
  };
}

type Received = { reviewId: string; month: number; version: number; to: string; technicianName: string };

/** Says that a follow-up has arrived and what happens now. */
export function followUpReceivedMail({ reviewId, month, version, to, technicianName }: Received): Mail {
  return {
    key: `follow-up-received:${reviewId}:${month}:${version}`,
    to,
    subject: "Your follow-up has arrived",
    paragraphs: [
      `Thank you. What you wrote about the result of ${technicianName} has arrived.`,
      `A moderator reads it next, without seeing your stars. We aim to decide within ${DECISION_TARGET_DAYS} working days, and write to you either way.`,
    ],
    action: { label: "See your follow-up", path: form(reviewId) },
    why: "You get this because you sent a follow-up on Hairline.",
  };
}
