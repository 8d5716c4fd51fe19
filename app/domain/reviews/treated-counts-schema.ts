import { z } from "zod";
import { MOST_CLIENTS_A_MONTH, shareMonths } from "#app/domain/reviews/invitation-share.ts";

/** The name of a month's field: "clients-2026-06". */
export const monthField = (month: string) => `clients-${month.slice(0, 7)}`;

const clients = z
  .string()
  .regex(/^\d{1,9}$/, "Give a whole number, or leave it empty.")
  .transform(Number)
  .refine((count) => count <= MOST_CLIENTS_A_MONTH, `At most ${MOST_CLIENTS_A_MONTH} clients a month.`)
  .optional();

/** A field for each of the last twelve months. */
export function treatedCountsSchema(now: Date) {
  return z.object(Object.fromEntries(shareMonths(now).map((month) => [monthField(month), clients])));
}
