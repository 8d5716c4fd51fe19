import { z } from "zod";
import { checkDecisionForm, checkReasonField, missingForCheck } from "#app/domain/moderation/check-decision.ts";
import { noteField } from "#app/domain/moderation/decision-schema.ts";
import { COMPARED_KEYS } from "#app/domain/moderation/evidence-item.ts";

/** How long a verified paper holds, as its moderator read it. */
const EXPIRY_CHOICES = ["date", "none", "unknown"] as const;
const expiryError = { error: "Say until when it holds." };

/** The form below evidence that waits. */
export const evidenceDecisionForm = checkDecisionForm.extend({
  expiry: z.enum(EXPIRY_CHOICES, expiryError).optional(),
  expiresOn: z.iso.date({ error: "Write the date as a day of the calendar." }).optional(),
  compared: z.array(z.enum(COMPARED_KEYS)).max(COMPARED_KEYS.length).optional(),
});
type EvidenceFields = z.output<typeof evidenceDecisionForm>;

/** What is missing for the decision that was pressed, by field. `today` as "2026-03-08". */
export function missingForEvidence(fields: EvidenceFields, today: string): Record<string, string> {
  if (fields.decision !== "approve") return missingForCheck(fields);
  const { expiry, expiresOn, compared = [] } = fields;
  const isOver = expiry === "date" && expiresOn !== undefined && expiresOn <= today;
  return {
    ...(expiry === undefined ? { expiry: expiryError.error } : {}),
    ...(expiry === "date" && expiresOn === undefined ? { expiresOn: "Write down the last day on the document." } : {}),
    ...(isOver ? { expiresOn: "It has run out, so it can’t be verified. Reject it as out of date." } : {}),
    ...(compared.length === 0 ? { compared: "Tick what you compared. Readers are told it as the source." } : {}),
  };
}

/** The form that takes a verified paper back. */
export const withdrawalForm = z.object({
  version: z.coerce.number({ error: "Open the item again." }).int().positive(),
  reason: checkReasonField,
  note: noteField,
});

/** The second moderator's answer to a proposal. */
export const secondLookForm = z.object({
  version: z.coerce.number({ error: "Open the item again." }).int().positive(),
  answer: z.enum(["confirm", "refuse"], { error: "Say whether you agree." }),
});
