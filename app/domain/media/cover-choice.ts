import { z } from "zod";

/** The grid over a picture whose cells can be covered. */
export const COVER_COLUMNS = 8;
export const COVER_ROWS = 8;
/** How much of each edge can be cut off, in per cent; what is left is a picture in any case. */
export const CUT_STEPS = [0, 5, 10, 15, 20, 25, 30, 40] as const;

const cut = z.enum(CUT_STEPS.map(String), "Choose one of the steps.").default("0").transform(Number);

const cell = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .refine((index) => index < COVER_COLUMNS * COVER_ROWS);

/** The fields of the form that hides parts of a picture. */
export const coverFields = z.object({
  cutTop: cut,
  cutRight: cut,
  cutBottom: cut,
  cutLeft: cut,
  hide: z.array(cell, "Mark the parts on the picture.").max(COVER_COLUMNS * COVER_ROWS),
  isSure: z.literal("yes", "Tick that the hidden parts can't be brought back."),
});
