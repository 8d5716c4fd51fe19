import { z } from "zod";
import { DECISIONS, NOTE } from "#app/domain/moderation/decision.ts";
import { isRedactionReason } from "#app/domain/moderation/redact-text.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

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
  const isForWhole = decision === "redact" && reason !== undefined && !isRedactionReason(reason);
  return {
    ...(reason === undefined ? { reason: "Choose the reason: the author is told it." } : {}),
    ...(isForWhole ? { reason: "This reason is about the review as a whole. Choose one that fits a passage." } : {}),
    ...(note === undefined ? { note: "Write down the facts. The author reads them." } : {}),
  };
}
