import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Mail } from "#app/platform/mail.ts";

/*
 * Mails about reports. They say what happened and where to read more; who reported, what they wrote and what the review
 * says stays out of them (P-04).
 */
type About = { reportId: string; to: string; path: string; technicianName: string };

const WHY_REPORTER = "You get this because you reported a review on Hairline.";
const WHY_COMPLAINANT = "You get this because you sent a defamation notice to Hairline.";

export function reportReceivedMail({ reportId, to, path, technicianName }: About): Mail {
  return {
    key: `report-received:${reportId}`,
    to,
    subject: "We have your report",
    paragraphs: [
      `Thank you. A moderator will look at the review of ${technicianName} that you reported. Reports are read in the order in which they come.`,
      "Neither the author nor the technician is told who sent it. The page behind this link shows how far it is, and the outcome.",
    ],
    action: { label: "See your report", path },
    why: WHY_REPORTER,
  };
}

export function reportDecidedMail({
  reportId,
  to,
  path,
  technicianName,
  reason,
}: About & { reason: ReviewReason | null }): Mail {
  return {
    key: `report-decided:${reportId}`,
    to,
    subject: reason ? "Your report was upheld" : "Your report was dismissed",
    paragraphs: reason
      ? [
          `A moderator looked into the review of ${technicianName} that you reported, and removed it.`,
          `The reason: ${REVIEW_REASONS[reason].toLowerCase()}. Its author may appeal; another moderator would decide that.`,
        ]
      : [
          `A moderator looked into the review of ${technicianName} that you reported. It breaks none of our rules, and it stays.`,
          "The page behind this link says why. A low rating, a price and a bad outcome are never a reason to remove a review.",
        ],
    action: { label: "Read the outcome", path },
    why: WHY_REPORTER,
  };
}

export function noticeReceivedMail({ reportId, to, path, technicianName }: About): Mail {
  return {
    key: `notice-received:${reportId}`,
    to,
    subject: "We have your defamation notice",
    paragraphs: [
      `Your notice about a review of ${technicianName} is complete. We send it to the author within 48 hours; weekends and bank holidays of England and Wales don't count.`,
      "You get a mail when it was sent and when there is an answer.",
    ],
    action: { label: "See your notice", path },
    why: WHY_COMPLAINANT,
  };
}

export function noticeSentMail({
  reportId,
  to,
  path,
  answerBy,
}: Omit<About, "technicianName"> & { answerBy: string }): Mail {
  return {
    key: `notice-sent:${reportId}`,
    to,
    subject: "Your notice was sent to the author",
    paragraphs: [
      `The author of the review has until the end of ${answerBy} to answer: to have it removed, or to stand by it and give us their name and postal address.`,
      "Without a proper answer we act within 48 hours after that. What you said about your identity was kept to.",
    ],
    action: { label: "See your notice", path },
    why: WHY_COMPLAINANT,
  };
}

export function noticeForAuthorMail({
  reportId,
  to,
  technicianName,
  answerBy,
}: Omit<About, "path"> & { answerBy: string }): Mail {
  return {
    key: `notice-for-author:${reportId}`,
    to,
    subject: "A legal notice about your review: please answer",
    paragraphs: [
      `Somebody says that words in your review of ${technicianName} are untrue and harm their reputation. They sent us a notice under the law of England and Wales.`,
      `Please read it and answer until the end of ${answerBy}. You may stand by your review or have it removed. Without an answer it may have to be removed.`,
      "This says nothing about whether they are right. A low rating is no reason to remove a review.",
    ],
    action: { label: "Read and answer the notice", path: `/account/notices/${reportId}` },
    why: "You get this because you wrote a review on Hairline.",
  };
}

export function noticeAnsweredMail({
  reportId,
  to,
  path,
  answer,
}: Omit<About, "technicianName"> & { answer: "keep" | "remove" }): Mail {
  return {
    key: `notice-answered:${reportId}`,
    to,
    subject: answer === "remove" ? "The author took the review back" : "The author stands by the review",
    paragraphs:
      answer === "remove"
        ? ["The author of the review that your notice is about has taken it back. It is no longer on Hairline."]
        : [
            "The author of the review that your notice is about wants it to stay. It was not removed because of the notice.",
            "The page behind this link says whether they agreed to your having their name and address, and shows them if they did. A moderator still looks at whether the review breaks our rules.",
          ],
    action: { label: "Read the answer", path },
    why: WHY_COMPLAINANT,
  };
}

export function noticeToActMail({
  reportId,
  to,
  userId,
  actBy,
}: {
  reportId: string;
  to: string;
  userId: string;
  actBy: string;
}): Mail {
  return {
    key: `notice-to-act:${reportId}:${userId}`,
    to,
    subject: "A defamation notice has to be acted on",
    paragraphs: [`The author did not answer, or could not be reached. The law gives us until ${actBy} (London time).`],
    action: { label: "Open the notice", path: `/moderation/reports/${reportId}` },
    why: "You get this because you are a moderator of Hairline.",
  };
}

export function reviewRemovedMail({
  to,
  occasion,
  reason,
}: {
  to: string;
  occasion: string;
  reason: ReviewReason;
}): Mail {
  return {
    key: `review-removed:${occasion}`,
    to,
    subject: "A review on your profile was removed",
    paragraphs: [
      `A moderator removed a review on your profile after a report. The reason: ${REVIEW_REASONS[reason].toLowerCase()}.`,
      "A dated line with the reason stands in its place, and your rating is worked out without it. The author may appeal.",
    ],
    action: { label: "See your reviews", path: "/studio/reviews" },
    why: "You get this because you keep this profile on Hairline.",
  };
}

/** To the author, at the moment at which the review is hidden. */
export function reviewHiddenMail({
  to,
  occasion,
  reviewId,
  reason,
}: {
  to: string;
  occasion: string;
  reviewId: string;
  reason: ReviewReason;
}): Mail {
  return {
    key: `review-hidden:${occasion}`,
    to,
    subject: "Your review is hidden for now",
    paragraphs: [
      `Somebody reported your review for this reason: ${REVIEW_REASONS[reason].toLowerCase()}. A moderator has hidden it while the report is looked into, because what it shows can do harm meanwhile.`,
      "This is no decision yet. You are told if it is removed, and can appeal then; otherwise it is shown again as it was.",
    ],
    action: { label: "See your review", path: `/account/reviews/${reviewId}` },
    why: "You get this because you wrote a review on Hairline.",
  };
}
