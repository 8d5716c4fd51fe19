import { CONSENT_DAYS } from "#app/domain/portfolio/consent-words.ts";
import type { Mail } from "#app/platform/mail.ts";

/** Asks the person in the pictures. It says nothing of what they show; that stands behind the link. */
export function consentRequestMail(
  to: string,
  asked: { requestId: string; technicianName: string; path: string },
): Mail {
  return {
    key: `case-consent:${asked.requestId}`,
    to,
    subject: `${asked.technicianName} asks for your consent`,
    paragraphs: [
      `${asked.technicianName} would like to show pictures of you on Hairline, a directory of technicians. Nobody sees them there unless you say yes.`,
      `Look at them and answer by the link below. You need no account. Without an answer within ${CONSENT_DAYS} days they are not shown.`,
      "Keep this mail: by the same link you can take back a yes at any time, and the pictures are deleted at once. Don’t pass it on: whoever has the link can see the pictures.",
    ],
    action: { label: "See the pictures and answer", path: asked.path },
    why: "You get this once, because a technician gave us this address to ask you. We keep no readable copy of it.",
  };
}

type Told = { requestId: string; caseId: string };

/** To the technician: the yes has come. */
export function consentGivenMail(to: string, { requestId, caseId }: Told): Mail {
  return {
    key: `case-consent-given:${requestId}`,
    to,
    subject: "Consent was given for a case",
    paragraphs: ["The person in the pictures of one of your cases said yes. You can hand the case in now."],
    action: { label: "See the case", path: `/studio/portfolio/${caseId}` },
    why: "You get this because you keep a profile on Hairline.",
  };
}

/** To the technician: a yes was taken back. */
export function consentTakenBackMail(to: string, { requestId }: Pick<Told, "requestId">): Mail {
  return {
    key: `case-consent-taken-back:${requestId}`,
    to,
    subject: "A case was taken down",
    paragraphs: [
      "Consent for the pictures of one of your cases was taken back. The case is withdrawn and its pictures are deleted, everywhere and for good.",
      "Please don’t show these pictures anywhere else either.",
    ],
    action: { label: "See your portfolio", path: "/studio/portfolio" },
    why: "You get this because you keep a profile on Hairline.",
  };
}
