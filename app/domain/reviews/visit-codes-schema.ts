import { z } from "zod";
import { CARDS_AT_ONCE, VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";

const howMany = (most: number, asking: string) =>
  z.object({
    count: z
      .string(asking)
      .regex(/^\d{1,4}$/, "Give a whole number.")
      .transform(Number)
      .refine((count) => count >= 1 && count <= most, `Choose from 1 to ${most}.`),
  });

/** How many codes to make. */
export const visitCodesSchema = howMany(VISIT_CODES_AT_ONCE, "Say how many codes you need.");
/** How many cards to print. */
export const visitCardsSchema = howMany(CARDS_AT_ONCE, "Say how many cards you need.");
