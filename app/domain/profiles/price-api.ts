import { z } from "zod";
import { scaleValue } from "#app/domain/portfolio/case-api.ts";
import type { ProfilePriceBand, ProfilePricePaid } from "#app/domain/profiles/profile.ts";
import { dayValue, treatmentValue } from "#app/domain/technicians/vocabulary-schema.ts";

const currency = z.string().length(3).describe("ISO 4217 code.");
const amount = z.int().min(0);

export const apiPriceBand = z
  .strictObject({
    treatment: treatmentValue,
    scale: scaleValue,
    bandFrom: z.int().nullable().describe("Lowest step of the scale; null: any."),
    bandTo: z.int().nullable().describe("Highest step of the scale; null: the same as the lowest."),
    amountFrom: amount.describe("Lowest price in minor units of the currency."),
    amountTo: amount.describe("Highest price in minor units of the currency."),
    currency,
    sessionsIncluded: z.int().nullable().describe("Sessions in the price; null: none provided."),
    topUpIncluded: z.boolean().describe("Whether a later top-up is in the price."),
    topUpWithinMonths: z.int().nullable().describe("Within how many months that top-up has to be taken."),
    deposit: amount.nullable().describe("Deposit in minor units; null: none told."),
    confirmedOn: dayValue.describe("The day on which the technician last confirmed it."),
  })
  .describe("A price that the technician declares.") satisfies z.ZodType<ProfilePriceBand>;

export const apiPricePaid = z
  .strictObject({
    treatment: treatmentValue,
    currency,
    low: amount.describe("Lowest, in minor units."),
    median: amount.nullable().describe("Half of them paid this or less; null for fewer than 3 reviews."),
    high: amount.describe("Highest, in minor units."),
    count: z.int().min(1).describe("Reviews that name a price."),
  })
  .describe("What clients say they paid for a treatment. Reviews given for an incentive are left out.");
type ApiPricePaid = z.infer<typeof apiPricePaid>;

/** Fewer prices than this have no middle worth telling; the page tells none either. */
const FEWEST_FOR_MEDIAN = 3;

export function toApiPricePaid(paid: ProfilePricePaid): ApiPricePaid {
  return { ...paid, median: paid.count < FEWEST_FOR_MEDIAN ? null : paid.median };
}
