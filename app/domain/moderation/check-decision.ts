import { z } from "zod";
import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { noteField } from "#app/domain/moderation/decision-schema.ts";

/*
 * What a moderator can make of something that was handed in. All but approving needs a reason and the facts (I4).
 */
export const CHECK_DECISIONS = ["approve", "request_changes", "reject"] as const;
export type CheckDecisionKind = (typeof CHECK_DECISIONS)[number];

const REASONS = Object.keys(CHECK_REASONS) as [CheckReason, ...CheckReason[]];

export const checkReasonField = z.enum(REASONS, { error: "Choose one of the reasons." });

/** The form below something handed in; a noun adds fields of its own with `.extend`. */
export const checkDecisionForm = z.object({
  decision: z.enum(CHECK_DECISIONS, { error: "Choose what becomes of it." }),
  version: z.coerce.number({ error: "Open the item again." }).int().positive(),
  reason: checkReasonField.optional(),
  note: noteField.optional(),
});

/** What is missing from the form for the decision that was pressed, by field. */
export function missingForCheck({
  decision,
  reason,
  note,
}: Pick<z.output<typeof checkDecisionForm>, "decision" | "reason" | "note">): Record<string, string> {
  if (decision === "approve") return {};
  return {
    ...(reason === undefined ? { reason: "Choose the reason: whoever handed it in is told." } : {}),
    ...(note === undefined ? { note: "Write down the facts. Whoever handed it in reads them." } : {}),
  };
}
