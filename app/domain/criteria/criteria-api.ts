import { z } from "zod";
import { CRITERIA, CRITERION_KEYS, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import { INFRACTION_SEVERITIES, INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import type { PublicEvidence, PublicInspection, RegisterCredit } from "#app/domain/criteria/evidence-fact.ts";
import { dayValue, eachOf, keysOf, withLabels } from "#app/domain/technicians/vocabulary-schema.ts";

/* The six criteria, the facts behind them and official inspections as the API tells them. */

const criterionTitles = Object.fromEntries(CRITERION_KEYS.map((key) => [key, CRITERIA[key].title]));
const criterionValue = keysOf(CRITERIA).describe(withLabels("One of the six criteria.", criterionTitles));
const outcomeValue = keysOf(INSPECTION_OUTCOMES).describe(withLabels("How the inspection ended.", INSPECTION_OUTCOMES));

export const apiCriteria = eachOf(criterionTitles, keysOf(CRITERION_STATES)).describe(
  withLabels(
    "The state of each criterion today: what kind of facts there are, never how good they are.",
    CRITERION_STATES,
  ),
);

export const apiInspectionNotice = z
  .strictObject({ outcome: outcomeValue, inspectedOn: dayValue.describe("The day of the inspection.") })
  .describe("An official inspection that was not passed.");

export const apiEvidence = z
  .strictObject({
    criterion: criterionValue,
    kind: z
      .enum(["authorization", "hygiene", "training", "association"])
      .describe("What kind of fact: a licence or registration, a paper about hygiene, a course, a membership."),
    title: z.string().describe("What the fact is, in one line."),
    status: z
      .enum(["verified", "in_check", "declared", "expired"])
      .describe(
        "Today's state. `verified`: checked, and current. `in_check`: waits for a moderator. `declared`: the technician's own statement. `expired`: run out; `checkedOn` says whether it had been checked.",
      ),
    isExpiring: z.boolean().describe("Verified, and runs out within 30 days."),
    isNotRequired: z.boolean().describe("The fact is that no authorisation is required here."),
    issuedOn: dayValue.nullable().describe("The day of issue, or on which a course was completed; null: not known."),
    expiresOn: dayValue.nullable().describe("The day it runs out; null: see `noExpiryReason`."),
    noExpiryReason: z
      .enum(["none_under_regime", "unknown"])
      .nullable()
      .describe("Why there is no expiry day: there is none under this regime, or it is not known."),
    source: z.string().nullable().describe("Where the fact comes from; null: none provided."),
    sourceUrl: z.string().nullable().describe("Web address of the source or its register, http or https."),
    checkedOn: dayValue.nullable().describe("The day it was checked; null: nobody has checked it."),
    checkedBy: z.string().nullable().describe("The moderator who checked it; null: taken from the source itself."),
    details: z
      .array(
        z.strictObject({
          label: z.string().describe("What is told, such as “Authority” or “Number”."),
          value: z.string().describe("What it is."),
        }),
      )
      .describe("What else is known of it, in reading order."),
  })
  .describe("One checkable fact behind a criterion.");
type ApiEvidence = z.infer<typeof apiEvidence>;

export const apiInspection = z
  .strictObject({
    inspectedOn: dayValue.describe("The day of the inspection."),
    outcome: outcomeValue,
    services: z.array(z.string()).describe("What it covered."),
    premisesName: z.string().describe("The place that was inspected."),
    source: z.string().describe("Key of the register; its credit stands in `registers`."),
    snapshotOn: dayValue.describe("The day on which the register said so."),
    isSample: z.boolean().describe("Invented, to try Hairline out."),
    infractions: z
      .array(
        z.strictObject({
          severity: keysOf(INFRACTION_SEVERITIES).describe(withLabels("How grave.", INFRACTION_SEVERITIES)),
          text: z.string().describe("What was found, in plain words."),
          citation: z.string().nullable().describe("The rule that was broken, as the register cites it."),
          action: z.string().nullable().describe("What the inspector did about it."),
        }),
      )
      .describe("What was found; none: nothing was written down."),
  })
  .describe("One official inspection of a place of work.");
type ApiInspection = z.infer<typeof apiInspection>;

export const apiRegister = z
  .strictObject({
    source: z.string().describe("The key by which other fields name it."),
    title: z.string().describe("What it is called."),
    isList: z.boolean().describe("A list that a studio or school brought; no public register."),
    credit: z
      .string()
      .nullable()
      .describe("The sentence that its licence asks for: show it wherever you show its facts."),
    url: z.string().nullable().describe("Where it is published."),
  })
  .describe("Who publishes a source of facts, with what its licence asks for.") satisfies z.ZodType<RegisterCredit>;

export function toApiEvidence({ id: _id, ...evidence }: PublicEvidence): ApiEvidence {
  return evidence;
}

export function toApiInspection({ sourceRecord: _record, ...inspection }: PublicInspection): ApiInspection {
  return {
    ...inspection,
    infractions: inspection.infractions.map(({ severity, text, citation, action }) => ({
      severity,
      text,
      citation,
      action,
    })),
  };
}
