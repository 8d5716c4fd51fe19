import { z } from "zod";
import type { PriceContent } from "#app/domain/profiles/edit/price.ts";
import type { ShownFields } from "#app/domain/profiles/edit/section.ts";
import { readAmount, writeAmount } from "#app/domain/reviews/read-amount.ts";
import { PAID_CURRENCIES } from "#app/domain/reviews/review-draft-schema.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Steps of each scale, as the trade counts them. */
const STEPS = { norwood: 7, ludwig: 3 } as const;
const MOST_SESSIONS = 20;
const MOST_MONTHS = 60;

const step = z
  .string()
  .regex(/^[1-7]$/, "Choose a step of the scale.")
  .transform(Number)
  .optional();
const amount = z.string("Give an amount.").max(20, "This is too long for an amount.");
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, "Give a whole number.")
    .transform(Number)
    .refine((count) => count >= 1 && count <= most, `Give a number from 1 to ${most}.`)
    .optional();

const schema = z.object({
  treatment: keysOf(TREATMENTS),
  scale: z.enum(["norwood", "ludwig", "none"], "Choose a scale, or any extent."),
  bandFrom: step,
  bandTo: step,
  amountFrom: amount,
  amountTo: amount.optional(),
  currency: z.enum(PAID_CURRENCIES, "Choose a currency from the list."),
  sessionsIncluded: whole(MOST_SESSIONS),
  topUpIncluded: z.literal("yes").optional(),
  topUpWithinMonths: whole(MOST_MONTHS),
  deposit: amount.optional(),
});

const NOT_AN_AMOUNT = "Give an amount such as 1200 or 1,250.50, in decimals that the currency has.";

/** One price as its form was sent. What is left empty of a pair is the same as the other half. */
export function readPrice(form: URLSearchParams): Result<PriceContent, FormReply> {
  const fields = readFields(schema, form);
  if (!fields.ok) return fields;
  const { treatment, scale, currency, sessionsIncluded = null, topUpWithinMonths = null } = fields.value;
  const topUpIncluded = fields.value.topUpIncluded === "yes";
  const errors: Record<string, string> = {};

  const read = (name: "amountFrom" | "amountTo" | "deposit"): number | null => {
    const typed = fields.value[name];
    const minorUnits = typed === undefined ? null : readAmount(typed, currency);
    if (typed !== undefined && minorUnits === null) errors[name] = NOT_AN_AMOUNT;
    return minorUnits;
  };
  const amountFrom = read("amountFrom") ?? 0;
  const amountTo = read("amountTo") ?? amountFrom;
  const deposit = read("deposit");
  if (!errors["amountTo"] && amountTo < amountFrom) errors["amountTo"] = "This is less than the lowest price.";
  if (deposit !== null && deposit > amountTo) errors["deposit"] = "A deposit is no more than the price.";

  const bandFrom = scale === "none" ? null : (fields.value.bandFrom ?? fields.value.bandTo ?? null);
  const bandTo = scale === "none" ? null : (fields.value.bandTo ?? bandFrom);
  if (scale !== "none") {
    if (bandFrom === null || bandTo === null) errors["bandFrom"] = "Choose a step of the scale, or any extent.";
    else if (bandTo < bandFrom) errors["bandTo"] = "This is below the first step.";
    else if (bandTo > STEPS[scale]) errors["bandTo"] = `The Ludwig scale has ${STEPS.ludwig} steps.`;
  }
  if (topUpWithinMonths !== null && !topUpIncluded) {
    errors["topUpWithinMonths"] = "Tick that a top-up is included, or leave this empty.";
  }
  if (Object.keys(errors).length > 0) return refuse(withErrors(form, schema, errors));
  return ok({
    treatment,
    scale,
    bandFrom,
    bandTo,
    amountFrom,
    amountTo,
    currency,
    sessionsIncluded,
    topUpIncluded,
    topUpWithinMonths,
    deposit,
  });
}

/** What was typed, to be shown again. */
export function echoPrice(form: URLSearchParams): FormReply {
  return withErrors(form, schema, {});
}

export function showPrice(price: PriceContent): ShownFields {
  const { treatment, scale, bandFrom, bandTo, amountFrom, amountTo, currency } = price;
  const { sessionsIncluded, topUpIncluded, topUpWithinMonths, deposit } = price;
  return {
    values: {
      treatment,
      scale,
      bandFrom: String(bandFrom ?? ""),
      bandTo: String(bandTo ?? ""),
      amountFrom: writeAmount(amountFrom, currency),
      amountTo: writeAmount(amountTo, currency),
      currency,
      sessionsIncluded: String(sessionsIncluded ?? ""),
      topUpIncluded: topUpIncluded ? "yes" : "",
      topUpWithinMonths: String(topUpWithinMonths ?? ""),
      deposit: deposit === null ? "" : writeAmount(deposit, currency),
    },
    lists: {},
  };
}
