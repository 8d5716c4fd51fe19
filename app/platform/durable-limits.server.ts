import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Limits that must hold exactly: counted in the database, for all processes together, and not forgotten by a restart
 * . What the key is stands beside each name; keys that identify somebody are keyed hashes.
 */
const DURABLE_LIMITS = {
  /** By address. A household signs up now and then, a mobile network shares one; a farm of accounts wants hundreds. */
  sign_up: { turns: 30, seconds: HOUR },
  sign_up_all: { turns: 600, seconds: HOUR },
  /** By address: right passwords count too, so that one guess each for many accounts is seen. */
  sign_in: { turns: 50, seconds: 15 * MINUTE },
  sign_in_all: { turns: 3_000, seconds: 15 * MINUTE },
  /** By account, for browsers that never signed in to it; the three make the waiting grow. */
  sign_in_account: { turns: 5, seconds: 5 * MINUTE },
  sign_in_account_hour: { turns: 10, seconds: HOUR },
  sign_in_account_total: { turns: 100, seconds: 30 * DAY },
  /** By account and browser that signed in to it before: strangers can't use these up. */
  sign_in_device: { turns: 10, seconds: 15 * MINUTE },
  sign_in_device_total: { turns: 100, seconds: 30 * DAY },
  /** By account: codes of the second factor. */
  totp: { turns: 5, seconds: 15 * MINUTE },
  /** By account: giving the password again in a session, and changing it. */
  confirm: { turns: 10, seconds: 15 * MINUTE },
  /** Mails with links, by account and by address. */
  reset: { turns: 3, seconds: HOUR },
  reset_address: { turns: 10, seconds: HOUR },
  resend: { turns: 3, seconds: HOUR },
  resend_address: { turns: 10, seconds: HOUR },
  change_email: { turns: 3, seconds: HOUR },
  mail_links_all: { turns: 600, seconds: HOUR },
  /** By address: guesses at the links themselves. */
  link: { turns: 60, seconds: HOUR },
  /** By account. */
  review: { turns: 10, seconds: DAY },
  upload: { turns: 60, seconds: HOUR },
  appeal: { turns: 10, seconds: DAY },
  reply: { turns: 30, seconds: DAY },
  evidence: { turns: 30, seconds: DAY },
  /** By account: pictures of a portfolio that are begun or finished, and their pieces. */
  portfolio_picture: { turns: 160, seconds: HOUR },
  portfolio_piece: { turns: 3_000, seconds: HOUR },
  /** By account, and by case: mails that ask a client for consent. */
  consent_mail: { turns: 20, seconds: DAY },
  consent_mail_case: { turns: 3, seconds: DAY },
  /** By account: a profile that saves itself while somebody types. */
  profile: { turns: 1_500, seconds: HOUR },
  export: { turns: 5, seconds: DAY },
  /** By account: codes are short, so guessing must be slow. */
  visit_code: { turns: 10, seconds: HOUR },
  /** By account: messages in threads of enquiries, and mails that invite clients to review. */
  enquiry_message: { turns: 200, seconds: DAY },
  invitation: { turns: 50, seconds: DAY },
  /** By account, or by address for visitors. */
  report: { turns: 10, seconds: HOUR },
  defamation: { turns: 5, seconds: DAY },
  /** By account: claims on listings, and guesses at their codes; by studio address: mails that a claim sends there. */
  listing_claim: { turns: 10, seconds: DAY },
  claim_code: { turns: 10, seconds: HOUR },
  claim_mail: { turns: 5, seconds: DAY },
} as const satisfies Record<string, { turns: number; seconds: number }>;

export type DurableLimitName = keyof typeof DURABLE_LIMITS;
export type Turn = { allowed: true } | { allowed: false; retryAfterSeconds: number };

const RETRY_AFTER_FAILURE_SECONDS = 30;

const limiters = new Map<DurableLimitName, RateLimiterPrisma>();
let report: (error: unknown, name: DurableLimitName) => void = () => undefined;

/** Where failures of counting are told; the server passes on its log. */
export function reportLimitFailures(to: typeof report): void {
  report = to;
}

function limiterFor(name: DurableLimitName): RateLimiterPrisma {
  let limiter = limiters.get(name);
  if (!limiter) {
    const { turns, seconds } = DURABLE_LIMITS[name];
    limiter = new RateLimiterPrisma({
      storeClient: db(),
      tableName: "rateLimit",
      keyPrefix: name,
      points: Math.max(1, Math.round(turns * env().LIMIT_MULTIPLIER)),
      duration: seconds,
      // One of them tidies the table for all.
      clearExpiredByTimeout: limiters.size === 0,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

/** Counts one turn of somebody, or several at once. Never rejects: what can't be counted is not allowed, an outage must not open the gate. */
export async function takeTurn(name: DurableLimitName, key: string, turns = 1): Promise<Turn> {
  try {
    await limiterFor(name).consume(key, turns);
    return { allowed: true };
  } catch (reason) {
    if (reason instanceof RateLimiterRes) {
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
    }
    report(reason, name);
    return { allowed: false, retryAfterSeconds: RETRY_AFTER_FAILURE_SECONDS };
  }
}

/** One turn of each, in order, until one is refused: those after it are not counted. */
export async function takeTurns(turns: readonly (readonly [DurableLimitName, string])[]): Promise<Turn> {
  for (const [name, key] of turns) {
    const turn = await takeTurn(name, key);
    if (!turn.allowed) return turn;
  }
  return { allowed: true };
}

/** Forgets all turns of somebody: they proved to be who they say. A failure only leaves the count as it was. */
export async function forgetTurns(name: DurableLimitName, key: string): Promise<void> {
  try {
    await limiterFor(name).delete(key);
  } catch (error) {
    report(error, name);
  }
}
