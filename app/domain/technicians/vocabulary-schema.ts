import { z } from "zod";
import { CONCERNS, FEATURES, SKIN_TYPES, SKIN_TYPE_LABELS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";

/* The words of the trade as choices to check against; as values of the API each with the label that people read. */

/** "What it is. `a`: First. `b`: Second." */
export function withLabels(sentence: string, labels: Readonly<Record<string, string>>): string {
  return [sentence, ...Object.entries(labels).map(([key, label]) => `\`${key}\`: ${label}.`)].join(" ");
}

/** An object in which none of these keys is ever missing, each told by its label. */
export function eachOf<V extends z.ZodType>(labels: Readonly<Record<string, string>>, value: V) {
  const fields = Object.entries(labels).map(([key, label]) => [key, value.describe(`${label}.`)] as const);
  return z.strictObject(Object.fromEntries(fields));
}

/** The keys of a table of labels as a choice. */
export function keysOf<T extends Record<string, unknown>>(labels: T): z.ZodEnum<{ [K in keyof T & string]: K }> {
  const keys: (keyof T & string)[] = Object.keys(labels);
  return z.enum(keys);
}

export const treatmentValue = keysOf(TREATMENTS).describe(withLabels("A treatment.", TREATMENTS));
export const concernValue = keysOf(CONCERNS).describe(withLabels("What somebody comes with.", CONCERNS));
export const featureValue = keysOf(FEATURES).describe(withLabels("What a place of work offers.", FEATURES));
export const skinTypeValue = z
  .literal(SKIN_TYPES)
  .describe(withLabels("A skin type of the Fitzpatrick scale.", SKIN_TYPE_LABELS));

/** A calendar day, never a time: "2026-03-08". */
export const dayValue = z.iso.date();

/** An amount of money as the API tells it. */
export const moneyValue = z
  .strictObject({
    amount: z.int().min(0).describe("Minor units of the currency: 120000 is £1,200.00 in GBP."),
    currency: z.string().length(3).describe("ISO 4217 code."),
  })
  .describe("An amount of money.");
