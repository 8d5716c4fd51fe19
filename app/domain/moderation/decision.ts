import { z } from "zod";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

/*
 * What a moderator can make of a text that waits. `redact` publishes a review without the passages that were marked.
 * All but a plain approval need a reason code and the facts (I4). There is no decision that rewords anything.
 */
export const DECISIONS = ["approve", "redact", "request_changes", "reject"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** Characters of the note that goes to the author with the reason. */
export const NOTE = { shortest: 10, longest: 2_000 } as const;

const REASONS = Object.keys(REVIEW_REASONS) as [ReviewReason, ...ReviewReason[]];

export const reasonField = z.enum(REASONS, { error: "Choose one of the reasons." });
export const noteField = z
  .string({ error: "Write down the facts. The author reads them." })
  .min(NOTE.shortest, { error: `Write down the facts in at least ${NOTE.shortest} characters. The author reads them.` })
  .max(NOTE.longest, { error: `Keep the facts under ${NOTE.longest} characters.` });

/** The form below an item. Whether title and text were only marked is found out against the review itself. */
export const decisionForm = z.object({
  decision: z.enum(DECISIONS, { error: "Choose what becomes of it." }),
  version: z.coerce.number({ error: "Open the item again." }).int().positive(),
  reason: reasonField.optional(),
  note: noteField.optional(),
  title: z.string().max(10_000).optional(),
  text: z.string().max(20_000).optional(),
});
export type DecisionFields = z.output<typeof decisionForm>;

/** What is missing from a form for the decision that was pressed, by field. */
export function missingFor({ decision, reason, note, title = "", text = "" }: DecisionFields): Record<string, string> {
  const isMarked = /\[\[|\]\]/.test(title + text);
  if (decision === "approve") {
    return isMarked
      ? { text: "You marked a passage. Publish without the marked passages, or take the brackets out again." }
      : {};
  }
  return {
    ...(reason === undefined ? { reason: "Choose the reason: the author is told it." } : {}),
    ...(note === undefined ? { note: "Write down the facts. The author reads them." } : {}),
  };
}
