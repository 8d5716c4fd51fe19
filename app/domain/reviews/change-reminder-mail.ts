import type { Mail } from "#app/platform/mail.ts";

type Reminder = {
  kind: "review" | "follow_up";
  reviewId: string;
  decisionId: string;
  to: string;
  technicianName: string;
};

/** Reminds an author, once, that a moderator waits for a change. */
export function changeReminderMail({ kind, reviewId, decisionId, to, technicianName }: Reminder): Mail {
  const noun = kind === "review" ? "review" : "follow-up";
  const page = `/account/reviews/${reviewId}`;
  return {
    key: `change-reminder:${decisionId}`,
    to,
    subject: `Your ${noun} still needs a change`,
    paragraphs: [
      `Ten days ago a moderator asked you to change something in your ${noun} of ${technicianName}. Until you do, nobody else can read it.`,
      "What has to change, and why, stands beside it. Change it and send it again, or withdraw it; we won’t remind you again.",
    ],
    action: { label: `Change your ${noun}`, path: kind === "review" ? page : `${page}/follow-up` },
    why: `You get this because you sent this ${noun} to Hairline.`,
  };
}
