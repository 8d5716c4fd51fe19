import type { Mail } from "#app/platform/mail.ts";

/*
 * Mails around signing up and forgotten passwords. They go to whoever owns the address, who may not be who filled in the
 * form: each says what happened if it was somebody else.
 */

type LinkMail = { token: string; tokenHash: string };
/** `returnTo`: the page on this site that they were on their way to. */
type VerifyLinkMail = LinkMail & { returnTo?: string | null };

/** The key is of the token's hash: each link is mailed once. */
export function verifyEmailMail(to: string, { token, tokenHash, returnTo }: VerifyLinkMail): Mail {
  const query = returnTo ? `?${new URLSearchParams({ returnTo }).toString()}` : "";
  return {
    key: `verify-email:${tokenHash}`,
    to,
    subject: "Confirm your e-mail address",
    paragraphs: [
      "Somebody, probably you, made an account at Hairline with this address. Confirm that it is yours: until then reviews of the account wait.",
      "The link works once, for 24 hours. If you did not make an account, you need do nothing: nobody can show this address as theirs without the link.",
    ],
    action: { label: "Confirm this address", path: `/verify-email/${token}${query}` },
    why: "You get this because this address was given when an account was made at Hairline.",
  };
}

/** To an owner whose address somebody signed up with again; at most one a day. */
export function alreadySignedUpMail(to: string, { userId, at }: { userId: string; at: Date }): Mail {
  return {
    key: `already-signed-up:${userId}:${at.toISOString().slice(0, 10)}`,
    to,
    subject: "You already have an account",
    paragraphs: [
      "Somebody, probably you, tried to make an account at Hairline with this address. There is one already, so nothing was changed.",
      "If it was you, sign in with this address. “Forgot password” on the sign-in page leads to a new password. If it was not you, you need do nothing: whoever tried was not told that you have an account.",
    ],
    action: { label: "Sign in", path: "/sign-in" },
    why: "You get this because your account at Hairline has this address.",
  };
}

export function resetPasswordMail(to: string, { token, tokenHash }: LinkMail): Mail {
  return {
    key: `reset-password:${tokenHash}`,
    to,
    subject: "Set a new password",
    paragraphs: [
      "Somebody, probably you, asked for a new password for your account at Hairline.",
      "The link works once, for one hour; older links no longer work. If you did not ask, you need do nothing: your password stays as it is.",
    ],
    action: { label: "Set a new password", path: `/reset-password/${token}` },
    why: "You get this because your account at Hairline has this address.",
  };
}

export function passwordResetMail(to: string, { userId, at }: { userId: string; at: Date }): Mail {
  return {
    key: `password-reset:${userId}:${at.getTime()}`,
    to,
    subject: "Your password was changed",
    paragraphs: [
      "A new password was set for your account at Hairline with a link from a mail to this address. All sessions were ended.",
      "If that was not you, somebody else reads your mail: change the password of your mailbox first, then set a new one here with “Forgot password”.",
    ],
    action: { label: "Sign in", path: "/sign-in" },
    why: "You get this because it concerns the security of your account at Hairline.",
  };
}

export function moderatorAppointedMail(to: string, { userId, at }: { userId: string; at: Date }): Mail {
  return {
    key: `moderator-appointed:${userId}:${at.getTime()}`,
    to,
    subject: "You are a moderator now",
    paragraphs: [
      "Your account at Hairline was made a moderator's. All its sessions were ended, so please sign in again.",
      "Moderating asks for an authenticator app: the first visit to the moderation pages leads to setting it up.",
    ],
    action: { label: "Sign in", path: "/sign-in?returnTo=%2Fmoderation" },
    why: "You get this because it concerns the security of your account at Hairline.",
  };
}
