import type { Mail } from "#app/platform/mail.ts";

/*
 * Mails around claims on listings. They hold links and what everybody can read anyway; who claims, and what was said
 * for and against it, stands on pages only.
 */
type Told = { claimId: string; name: string };

const WHY_CLAIMANT = "You get this because you claimed this listing on Hairline.";
const claimPath = (claimId: string) => `/studio/claims/${claimId}`;

/** To the studio's own domain: whoever reads mail there decides. */
export function claimLinkMail(to: string, { claimId, name, token }: Told & { token: string }): Mail {
  return {
    key: `claim-link:${claimId}`,
    to,
    subject: `Is the listing of ${name} yours?`,
    paragraphs: [
      `Somebody with an account at Hairline, a directory of scalp micropigmentation technicians, says that the listing of ${name} is theirs and gave this address to prove it.`,
      "If that was you, open the link in the browser in which you are signed in. It works once, for 24 hours. If it was not, you need do nothing: without the link nobody gets the listing.",
    ],
    action: { label: "This listing is mine", path: `${claimPath(claimId)}/confirm/${token}` },
    why: "You get this because this address was given for a claim on a listing at Hairline.",
  };
}

/** To whoever keeps the profile that somebody else claims. */
export function claimObjectionMail(to: string, { claimId, name, until }: Told & { until: string }): Mail {
  return {
    key: `claim-objection:${claimId}`,
    to,
    subject: `Somebody else claims the profile of ${name}`,
    paragraphs: [
      `Somebody says that the profile of ${name}, which you keep, is theirs. A moderator looks at it. Nothing changes before you have answered or the time for it is over.`,
      `Please answer until ${until}: say why the profile is yours, or that it may go to them.`,
    ],
    action: { label: "Answer", path: `/studio/objections/${claimId}` },
    why: "You get this because you keep this profile on Hairline.",
  };
}

export function claimCodeMadeMail(to: string, { claimId, name, isByPost }: Told & { isByPost: boolean }): Mail {
  return {
    key: `claim-code-made:${claimId}`,
    to,
    subject: `Your code for ${name}`,
    paragraphs: [
      isByPost
        ? `A letter with the code for your claim on ${name} is on its way to the studio’s address. The code works for 30 days.`
        : `A moderator reads out the code for your claim on ${name} on the studio’s telephone. The code works for 24 hours.`,
      "Type it on the page of your claim.",
    ],
    action: { label: "Type the code", path: claimPath(claimId) },
    why: WHY_CLAIMANT,
  };
}

/** `hasToSignIn`: a moderator decided, and a role counts from the next sign-in. */
export function claimGrantedMail(to: string, { claimId, name, hasToSignIn }: Told & { hasToSignIn: boolean }): Mail {
  return {
    key: `claim-granted:${claimId}`,
    to,
    subject: `The profile of ${name} is yours`,
    paragraphs: [
      `Your claim on ${name} was granted: you keep the profile from now on.`,
      ...(hasToSignIn ? ["Your account has a new role. All its sessions were ended, so please sign in again."] : []),
      "Readers go on seeing what they saw until you publish your own profile.",
    ],
    action: { label: "Go to your profile", path: "/studio/publish" },
    why: WHY_CLAIMANT,
  };
}

export function claimRefusedMail(to: string, { claimId, name, reason }: Told & { reason: string }): Mail {
  return {
    key: `claim-refused:${claimId}`,
    to,
    subject: `Your claim on ${name} was refused`,
    paragraphs: [
      `Your claim on ${name} was refused. The reason: ${reason}.`,
      "The page of your claim says more. You can claim the listing again with a better proof.",
    ],
    action: { label: "See the claim", path: claimPath(claimId) },
    why: WHY_CLAIMANT,
  };
}

export function claimLapsedMail(to: string, { claimId, name }: Told): Mail {
  return {
    key: `claim-lapsed:${claimId}`,
    to,
    subject: `Your claim on ${name} has lapsed`,
    paragraphs: [`The link or code for your claim on ${name} was not used in time. You can claim the listing again.`],
    action: { label: "See the claim", path: claimPath(claimId) },
    why: WHY_CLAIMANT,
  };
}

/** To whoever kept the profile until now. */
export function profileLostMail(to: string, { claimId, name }: Told): Mail {
  return {
    key: `profile-lost:${claimId}`,
    to,
    subject: `The profile of ${name} went to somebody else`,
    paragraphs: [
      `A moderator granted somebody else’s claim on the profile of ${name}. You no longer keep it. All your sessions were ended, so please sign in again; everything else of your account stays.`,
      "If you think that this is wrong, claim the profile yourself with a better proof, or write to us: our terms say where.",
    ],
    action: { label: "See the claim", path: `/studio/objections/${claimId}` },
    why: "You get this because you kept this profile on Hairline.",
  };
}
