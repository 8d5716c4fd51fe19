import type { EvidenceRefusal } from "#app/domain/moderation/evidence-refusal.ts";

type Refusal = { status: 400 | 409; words: string; field: string };

/** What a moderator is told when something could not be done. What isn't there or is theirs is a 404. */
export const REFUSED: Record<Exclude<EvidenceRefusal, "not_found" | "own_matter">, Refusal> = {
  changed: {
    status: 409,
    words: "This was decided, changed or taken back since you opened it. Nothing was done now; below is how it stands.",
    field: "form",
  },
  claimed: { status: 409, words: "Somebody else has this open. Nothing was done.", field: "form" },
  second_look: {
    status: 409,
    words: "A second moderator is waited for. It can’t be decided in another way until then.",
    field: "form",
  },
  no_reason: {
    status: 400,
    words: "Choose a reason that fits what you do, and write down the facts.",
    field: "reason",
  },
  no_dates: { status: 400, words: "Say until when it holds, and what you compared.", field: "expiry" },
  over: {
    status: 400,
    words: "It has run out, or runs out before its day of issue, so it can’t be verified.",
    field: "expiresOn",
  },
};
