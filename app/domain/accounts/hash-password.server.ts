import { hash, verify } from "@node-rs/argon2";
import PQueue from "p-queue";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** KiB, passes and lanes: the least that is asked of Argon2id; about 40 ms each. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing is dear on purpose, so it is also a way to wear a server out: few at once, and not many waiting. */
const MOST_AT_ONCE = 4;
const MOST_WAITING = 40;

/** The hash of random bytes that were thrown away: to be compared with where there is no account. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$H/+XaoDylGPB2QeHXiUkAA$xwXbh6AV+LCfeNY0jCZJzkcU9IvCF6V4FeCB34WWqk0";

const queue = new PQueue({ concurrency: MOST_AT_ONCE });

async function inTurn<T>(work: () => Promise<T>): Promise<Result<T, "busy">> {
  if (queue.size >= MOST_WAITING) return refuse("busy");
  return ok(await queue.add(work, { throwOnTimeout: true }));
}

/** An Argon2id hash, made off the event loop. "busy" when too many wait already: answer 503. */
export function hashPassword(password: string): Promise<Result<string, "busy">> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
}

/**
 * Whether the password is the hash's. Null stands for an account that isn't there: it takes as long and is always
 * false. So is a hash that no password of ours made.
 */
export function isPassword(passwordHash: string | null, password: string): Promise<Result<boolean, "busy">> {
  return inTurn(async () => {
    try {
      const isMatch = await verify(passwordHash ?? NOBODYS_HASH, password.normalize("NFC"));
      return isMatch && passwordHash !== null;
    } catch {
      return false;
    }
  });
}
