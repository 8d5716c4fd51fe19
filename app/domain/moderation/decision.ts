/*
 * What a moderator can make of a text that waits. `redact` publishes a review without the passages that were marked.
 * All but a plain approval need a reason code and the facts (I4). There is no decision that rewords anything.
 */
export const DECISIONS = ["approve", "redact", "request_changes", "reject"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** Characters of the note that goes to the author with the reason. */
export const NOTE = { shortest: 10, longest: 2_000 } as const;
