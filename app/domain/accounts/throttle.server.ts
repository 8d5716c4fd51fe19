import { forgetTurns, takeTurns } from "#app/platform/durable-limits.server.ts";
import type { DurableLimitName, Turn } from "#app/platform/durable-limits.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/** Not now: too many tried; how long until the next try. */
export type Wait = { waitSeconds: number };

type Turns = (readonly [DurableLimitName, string])[];

/** A guess at a password, counted before the password is looked at. `forget` once it was right. */
export type Attempt = { turn: Turn; forget: () => Promise<void> };

export const toWait = (seconds: number): Wait => ({ waitSeconds: seconds });

/**
 * Counts a try to sign in: by account, by address and altogether. A browser that signed in to the account before is
 * counted by itself, so that nobody locks the owner out by guessing; all others share one count for the account, in which
 * waiting grows from minutes to an hour, and to a password reset after a hundred wrong guesses. Accounts that aren't there
 * are counted alike.
 */
export async function attempt(email: string, userId: string | null, sender: Sender): Promise<Attempt> {
  const device = userId === null ? null : sender.knownDevice(userId);
  const account = keyedHash("contact", email);
  const byDevice: Turns =
    device === null
      ? []
      : [
          ["sign_in_device", keyedHash("device", `${device} ${email}`)],
          ["sign_in_device_total", keyedHash("device", `${device} ${email}`)],
        ];
  const byAccount: Turns = [
    ["sign_in_account", account],
    ["sign_in_account_hour", account],
    ["sign_in_account_total", account],
  ];
  const shared: Turns = [
    ["sign_in", sender.addressHash],
    ["sign_in_all", "all"],
  ];
  const own = device === null ? byAccount : byDevice;
  const turn = await takeTurns(device === null ? [...shared, ...own] : own);
  return {
    turn,
    forget: async () => {
      for (const [name, key] of own) await forgetTurns(name, key);
    },
  };
}

/** All tries at an account are forgotten: its owner has a new password. */
export async function forgetAttempts(email: string): Promise<void> {
  const account = keyedHash("contact", email);
  for (const name of ["sign_in_account", "sign_in_account_hour", "sign_in_account_total"] as const) {
    await forgetTurns(name, account);
  }
}

/** Counts a wish for a mail with a link: by account, by address and altogether. */
export function askForLink(kind: "reset" | "resend", email: string, sender: Sender): Promise<Turn> {
  return takeTurns([
    [`${kind}_address`, sender.addressHash],
    [kind, keyedHash("contact", email)],
    ["mail_links_all", "all"],
  ]);
}
