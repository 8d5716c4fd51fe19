import { BUSY_WORDS, waitWords } from "#app/domain/accounts/wait-words.ts";

/** Too much going on, or tried too often: refusals that every form around signing in can meet. */
type NotNow = "busy" | { waitSeconds: number };

export type NotNowReply = { words: string; status: 429 | 503; headers: Record<string, string> };

/** What to say, and with which status and Retry-After. */
export function replyNotNow(refusal: NotNow): NotNowReply {
  if (refusal === "busy") return { words: BUSY_WORDS, status: 503, headers: { "Retry-After": "5" } };
  const { waitSeconds } = refusal;
  return { words: waitWords(waitSeconds), status: 429, headers: { "Retry-After": String(waitSeconds) } };
}
