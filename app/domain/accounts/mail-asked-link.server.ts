import { askForLink, toWait } from "#app/domain/accounts/throttle.server.ts";
import type { Wait } from "#app/domain/accounts/throttle.server.ts";
import { noSoonerThan } from "#app/platform/even-time.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import type { Sender } from "#app/platform/sender.server.ts";

/** Finding an account and writing its mail takes a few milliseconds more than finding none. */
const ANSWER_MS = 150;

/**
 * Does what mails a link to an address, when not too many were asked for. Neither the answer nor its time tells whether
 * there was somebody to mail to.
 */
export async function mailAskedLink(
  kind: "reset" | "resend",
  { email, sender }: { email: string; sender: Sender },
  mailLink: () => Promise<void>,
): Promise<Result<null, Wait>> {
  const turn = await askForLink(kind, email, sender);
  if (!turn.allowed) return refuse(toWait(turn.retryAfterSeconds));
  await noSoonerThan(ANSWER_MS, mailLink());
  return ok(null);
}
