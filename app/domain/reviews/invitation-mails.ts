import type { Mail } from "#app/platform/mail.ts";

type Invitation = {
  visitCodeId: string;
  to: string;
  technicianName: string;
  reviewPath: string;
  /** "3 March 2027". */
  until: string;
  stopPath: string;
  because: "address_given" | "enquiry";
};

/** Invites somebody to review the technician they were with. It says nothing of what they came for. */
export function invitationMail(invitation: Invitation): Mail {
  const { visitCodeId, to, technicianName, reviewPath, until, stopPath, because } = invitation;
  return {
    key: `invitation:${visitCodeId}`,
    to,
    subject: `${technicianName} asks how it went`,
    paragraphs: [
      `${technicianName} invites you, like every client, to say on Hairline how it went, good or bad.`,
      "Others read it before they decide. Your stars, your words and photos that you add are public, under a name that you choose. Your e-mail address is never shown, and the technician can’t change or remove what you write.",
      `The link below carries a code that confirms your visit. It works once, until ${until}.`,
    ],
    action: { label: "Write a review", path: reviewPath },
    why:
      because === "enquiry"
        ? `You get this because you wrote to ${technicianName} on Hairline and they marked your enquiry as done.`
        : `You get this because ${technicianName} gave us your address for this one mail. We don’t keep it.`,
    stop: { path: stopPath, label: "No more invitations from anybody here" },
  };
}
