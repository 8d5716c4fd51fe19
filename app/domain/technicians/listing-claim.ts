import { DAY_MS, HOUR_MS } from "#app/platform/durations.ts";
import { transitions } from "#app/platform/transition-table.ts";

/*
 * Somebody says that a listing is theirs, and proves it: by a link to the studio's own domain, by a code that comes by
 * post or telephone, or by documents. Proof grants at once, unless somebody else claims the same listing or keeps the
 * profile already: then a moderator decides, and whoever keeps the profile is heard first.
 */
export const CLAIM_METHODS = {
  domain_email: {
    title: "E-mail at the studio’s domain",
    hint: "We mail a link to an address at the domain of the studio’s website. It works for 24 hours.",
  },
  post_code: {
    title: "Code by post",
    hint: "A moderator sends a letter with a code to the address that the listing has. The code works for 30 days.",
  },
  telephone_code: {
    title: "Code by telephone",
    hint: "A moderator calls the studio and reads out a code. It works for 24 hours.",
  },
  documents: {
    title: "A document",
    hint: "A licence, a lease or a bill that names you and the studio. A moderator looks at it; nobody else does.",
  },
} as const;
export type ClaimMethod = keyof typeof CLAIM_METHODS;
/** Methods whose code a moderator makes and passes on. */
export const PASSED_ON_METHODS = ["post_code", "telephone_code"] as const satisfies ClaimMethod[];
export type PassedOnMethod = (typeof PASSED_ON_METHODS)[number];

export const CLAIM_STATUSES = [
  "awaiting_code",
  "awaiting_moderator",
  "granted",
  "refused",
  "withdrawn",
  "lapsed",
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
export const OPEN_CLAIM_STATUSES = ["awaiting_code", "awaiting_moderator"] as const satisfies ClaimStatus[];

export type ClaimEvent =
  /** By the claimant: the link was used or the code typed, with nothing and with something against it. */
  | "prove"
  | "prove_contested"
  | "withdraw"
  /** By a moderator. */
  | "grant"
  | "refuse"
  /** Because another claim on the same listing was granted. */
  | "lose"
  /** By the clock, or by too many wrong codes. */
  | "lapse";

const TABLE: Record<ClaimStatus, Partial<Record<ClaimEvent, ClaimStatus>>> = {
  awaiting_code: {
    prove: "granted",
    prove_contested: "awaiting_moderator",
    withdraw: "withdrawn",
    // There may be nobody to send a code to.
    refuse: "refused",
    lose: "refused",
    lapse: "lapsed",
  },
  awaiting_moderator: { grant: "granted", refuse: "refused", withdraw: "withdrawn", lose: "refused" },
  granted: {},
  refused: {},
  withdrawn: {},
  lapsed: {},
};

/** What an event makes of a state, or null; and the states that an event is possible in. */
export const { next: nextClaimStatus, before: claimStatusesBefore } = transitions(CLAIM_STATUSES, TABLE);

/** Characters of what a claimant says of themself, and of what an earlier keeper says against it. */
export const CLAIM_WORDS = { shortest: 20, longest: 2_000 } as const;

/** How long a link or code works, in milliseconds. */
export const CODE_LIFE_MS = {
  domain_email: 24 * HOUR_MS,
  telephone_code: 24 * HOUR_MS,
  post_code: 30 * DAY_MS,
} as const satisfies Record<Exclude<ClaimMethod, "documents">, number>;
/** Wrong codes after which the code is void. */
export const CODE_TRIES = 5;
/** For whoever keeps the profile to say something against a claim. */
export const OBJECTION_DAYS = 14;
const DOCUMENT_DAYS = 90;
const UNDECIDED_DOCUMENT_DAYS = 180;

export function objectionDeadline(now: Date): Date {
  return new Date(now.getTime() + OBJECTION_DAYS * DAY_MS);
}

/** When the document of a claim goes: 90 days after its decision; nothing private stays for good without one either. */
export function claimDocumentPurgeAfter(at: Date, isDecided: boolean): Date {
  return new Date(at.getTime() + (isDecided ? DOCUMENT_DAYS : UNDECIDED_DOCUMENT_DAYS) * DAY_MS);
}

export type KeeperAnswer = "not_asked" | "awaited" | "objected" | "agreed" | "silent";

/** What whoever kept the profile says. An answer without words is agreement: an objection always has some. */
export function keeperAnswer(
  { objectBy, objection }: { objectBy: Date | null; objection: string | null },
  now: Date,
): KeeperAnswer {
  if (objectBy === null) return "not_asked";
  if (objection !== null) return objection === "" ? "agreed" : "objected";
  return objectBy > now ? "awaited" : "silent";
}

const CODE_DIGITS = 8;

/** A code as it is compared: eight digits without gaps. Null when it can't be one. */
export function normaliseClaimCode(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s\p{Pd}.]/gu, "");
  return digits.length === CODE_DIGITS && /^\d+$/.test(digits) ? digits : null;
}

/** "48217730" as people read it aloud and type it: "4821 7730". */
export function formatClaimCode(code: string): string {
  return `${code.slice(0, CODE_DIGITS / 2)} ${code.slice(CODE_DIGITS / 2)}`;
}
