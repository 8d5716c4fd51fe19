import { z } from "zod";
import { VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";

/** How many codes to make. */
export const visitCodesSchema = z.object({
  count: z
    .string("Say how many codes you need.")
    .regex(/^\d{1,4}$/, "Give a whole number.")
    .transform(Number)
    .refine((count) => count >= 1 && count <= VISIT_CODES_AT_ONCE, `Choose from 1 to ${VISIT_CODES_AT_ONCE}.`),
});
