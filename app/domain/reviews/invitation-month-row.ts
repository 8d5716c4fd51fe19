import { z } from "zod";

/** A month as the database tells it. */
export const invitationMonthRow = z.object({
  month: z.iso.date(),
  declared: z.number().int().min(0).nullable(),
  treatedHere: z.number().int().min(0),
  invited: z.number().int().min(0),
});
