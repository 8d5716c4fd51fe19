import type { Mail } from "#app/platform/mail.ts";

/**
 * Mails about the keys of an account: each says what was changed, when, and what to do if it was somebody else. They
 * go out in the transaction of the change.
 */
const WHY = "You get this because it concerns the security of your account at Hairline.";
const SECURITY = { label: "Look at your account's security", path: "/account/security" };

const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** "22 November 2026 at 22:47 UTC" */
function moment(at: Date): string {
  return `${inWords.format(at)} UTC`;
}

const IF_NOT_YOU =
  "If that was not you, set a new password now with “Forgot password” on the sign-in page: it ends all sessions.";

type Occasion = { userId: string; at: Date };
const keyOf = (name: string, { userId, at }: Occasion) => `${name}:${userId}:${at.getTime()}`;

export function authenticatorSetUpMail(to: string, occasion: Occasion): Mail {
  return {
    key: keyOf("authenticator-set-up", occasion),
    to,
    subject: "An authenticator was added to your account",
    paragraphs: [
      `On ${moment(occasion.at)} an authenticator app was set up for your account. Signing in now asks for a code from it, and your other sessions were ended.`,
      IF_NOT_YOU,
    ],
    action: SECURITY,
    why: WHY,
  };
}

export function authenticatorRemovedMail(to: string, occasion: Occasion): Mail {
  return {
    key: keyOf("authenticator-removed", occasion),
    to,
    subject: "The authenticator was removed from your account",
    paragraphs: [
      `On ${moment(occasion.at)} the authenticator was turned off. Signing in no longer asks for a code, and its recovery codes no longer work.`,
      IF_NOT_YOU,
    ],
    action: SECURITY,
    why: WHY,
  };
}

export function recoveryCodesReplacedMail(to: string, occasion: Occasion): Mail {
  return {
    key: keyOf("recovery-codes-replaced", occasion),
    to,
    subject: "Your recovery codes were replaced",
    paragraphs: [
      `On ${moment(occasion.at)} ten new recovery codes were made for your account. The old ones no longer work.`,
      IF_NOT_YOU,
    ],
    action: SECURITY,
    why: WHY,
  };
}

export function recoveryCodeUsedMail(to: string, occasion: Occasion & { left: number }): Mail {
  const { at, left } = occasion;
  const rest = left === 0 ? "None is left" : left === 1 ? "One is left" : `${left} are left`;
  return {
    key: `${keyOf("recovery-code-used", occasion)}:${left}`,
    to,
    subject: "A recovery code of your account was used",
    paragraphs: [
      `On ${moment(at)} one of your recovery codes was used together with your password. ${rest}.`,
      left < 4 ? "You can make ten new ones on the page of your authenticator." : "",
      IF_NOT_YOU,
    ].filter(Boolean),
    action: SECURITY,
    why: WHY,
  };
}

export function passwordChangedMail(to: string, occasion: Occasion & { didEndOthers: boolean }): Mail {
  const { at, didEndOthers } = occasion;
  return {
    key: keyOf("password-changed", occasion),
    to,
    subject: "Your password was changed",
    paragraphs: [
      `On ${moment(at)} the password of your account was changed.${didEndOthers ? " All other sessions were ended." : ""}`,
      IF_NOT_YOU,
    ],
    action: SECURITY,
    why: WHY,
  };
}

/** To the new address: only its link makes the change. */
export function confirmNewAddressMail(to: string, occasion: Occasion & { token: string }): Mail {
  return {
    key: keyOf("change-email", occasion),
    to,
    subject: "Confirm your new e-mail address",
    paragraphs: [
      "Somebody, probably you, asked to use this address for their account at Hairline. It changes once you press the button below. The link works once, for one hour.",
      "If you did not ask for this, you need do nothing: without the link nothing changes.",
    ],
    action: { label: "Use this address", path: `/verify-email/${occasion.token}` },
    why: "You get this because this address was entered as the new address of an account at Hairline.",
  };
}

/** To the address that is used now; it doesn't name the new one. */
export function addressChangeAskedMail(to: string, occasion: Occasion): Mail {
  return {
    key: keyOf("change-email-asked", occasion),
    to,
    subject: "A new e-mail address was asked for",
    paragraphs: [
      `On ${moment(occasion.at)} somebody who knows your password asked to change the e-mail address of your account. It changes when the link that was sent to the new address is used.`,
      "If that was not you, change your password now: the link stops working then.",
    ],
    action: SECURITY,
    why: WHY,
  };
}

/** To the address that was used until now. */
export function addressChangedMail(to: string, occasion: Occasion): Mail {
  return {
    key: keyOf("email-changed", occasion),
    to,
    subject: "The e-mail address of your account was changed",
    paragraphs: [
      `On ${moment(occasion.at)} your account got a new e-mail address. Mails go there from now on, and signing in asks for the new address.`,
      "If that was not you, somebody else is using your account. Sign-in by this address no longer works; our terms say how to reach us.",
    ],
    action: { label: "How to reach us", path: "/terms" },
    why: WHY,
  };
}
