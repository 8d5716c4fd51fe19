import { SUSPENSION_GROUNDS } from "#app/domain/moderation/member.ts";
import type { SuspensionGround } from "#app/domain/moderation/member.ts";
import type { Mail } from "#app/platform/mail.ts";

/** Which account, and the decision or moment that the mail tells about. */
type Occasion = { userId: string; occasion: string };

const WHY = "You get this because it concerns your account at Hairline.";
const OBJECT = { label: "How to object", path: "/terms" };

/**
 * The statement of reasons: what was decided, by which rule, on which facts, for how long, and how to object. It stands in
 * the mail and not behind a link, since its reader can't sign in.
 */
export function suspendedMail(
  to: string,
  { userId, occasion, ground, facts }: Occasion & { ground: SuspensionGround; facts: string },
): Mail {
  return {
    key: `suspended:${userId}:${occasion}`,
    to,
    subject: "Your account is suspended",
    paragraphs: [
      "A moderator suspended your account at Hairline. All sessions were ended, and nobody can sign in to it until the suspension is lifted. What you published stays as it is unless you are told otherwise; a technician’s profile stays online.",
      `The reason: ${SUSPENSION_GROUNDS[ground]}.`,
      `The facts: ${facts}`,
      "No machine decided this. If you think that it is wrong, you can object within six months; a different moderator looks at it then. Our terms say where to write.",
    ],
    action: OBJECT,
    why: WHY,
  };
}

export function suspensionLiftedMail(to: string, { userId, occasion }: Occasion): Mail {
  return {
    key: `suspension-lifted:${userId}:${occasion}`,
    to,
    subject: "Your account is open again",
    paragraphs: ["A moderator lifted the suspension of your account at Hairline. You can sign in again as before."],
    action: { label: "Sign in", path: "/sign-in" },
    why: WHY,
  };
}

export function moderatorDismissedMail(to: string, { userId, occasion }: Occasion): Mail {
  return {
    key: `moderator-dismissed:${userId}:${occasion}`,
    to,
    subject: "You are no longer a moderator",
    paragraphs: [
      "Another moderator took you off the list of moderators. Your account stays otherwise as it is. All its sessions were ended, so please sign in again.",
      "Your authenticator stays on; you can turn it off in your account now. If you think that this is wrong, our terms say where to write.",
    ],
    action: OBJECT,
    why: WHY,
  };
}

export function sessionsEndedMail(to: string, { userId, occasion }: Occasion): Mail {
  return {
    key: `sessions-ended:${userId}:${occasion}`,
    to,
    subject: "You were signed out everywhere",
    paragraphs: [
      "A moderator ended all sessions of your account, because somebody else may have been using it. Please set a new password when you sign in again.",
      "Nothing else was changed.",
    ],
    action: { label: "Set a new password", path: "/forgot-password" },
    why: WHY,
  };
}
