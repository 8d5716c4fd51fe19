import { z } from "zod";
import { noteField, reasonField } from "#app/domain/moderation/decision.ts";

/** What a moderator can do about a report. Hiding is only for what does harm while it is looked into. */
export const REPORT_ACTS = ["claim", "release", "uphold", "dismiss", "hide", "defective"] as const;

export const reportDecisionForm = z.object({
  act: z.enum(REPORT_ACTS, "Choose what becomes of the report."),
  version: z.coerce.number("Open the report again.").int().positive().optional(),
  reason: reasonField.optional(),
  note: noteField.optional(),
});
export type ReportDecisionFields = z.output<typeof reportDecisionForm>;

/** What is missing from the form for the act that was pressed, by field. */
export function missingForReport({ act, version, reason, note }: ReportDecisionFields): Record<string, string> {
  if (act === "claim" || act === "release") return {};
  return {
    ...(version === undefined ? { form: "Open the report again." } : {}),
    ...(act === "uphold" && reason === undefined
      ? { reason: "Choose the rule that the review breaks: its author is told." }
      : {}),
    ...((act === "uphold" || act === "dismiss") && note === undefined
      ? { note: "Write down the facts. The author of the review or the reporter reads them." }
      : {}),
  };
}
