import { z } from "zod";
import { noteField, reasonField } from "#app/domain/moderation/decision-schema.ts";

/** The form below a report. */
export const reportDecisionForm = z.object({
  decision: z.enum(["uphold", "dismiss"], { error: "Choose what becomes of the report." }),
  version: z.coerce.number({ error: "Open the report again." }).int().positive(),
  reason: reasonField.optional(),
  note: noteField.optional(),
});
export type ReportDecisionFields = z.output<typeof reportDecisionForm>;

/** What is missing from the form for the decision that was pressed, by field. */
export function missingForReport({ decision, reason, note }: ReportDecisionFields): Record<string, string> {
  const missing: Record<string, string> = {};
  if (decision === "uphold" && reason === undefined) {
    missing["reason"] = "Choose the rule that the review breaks: its author is told.";
  }
  if (note === undefined) missing["note"] = "Write down the facts. Whoever reported it, or wrote it, reads them.";
  return missing;
}
