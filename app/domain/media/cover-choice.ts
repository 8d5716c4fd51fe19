import { z } from "zod";
import { COVER_COLUMNS, COVER_ROWS, CUT_STEPS } from "#app/domain/media/cover-grid.ts";

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

/** What is asked for; null when nothing is marked. */
export function toCover({ cutTop, cutRight, cutBottom, cutLeft, hide }: z.output<typeof coverFields>) {
  if (hide.length === 0 && cutTop + cutRight + cutBottom + cutLeft === 0) return null;
  const edges = { top: cutTop, right: cutRight, bottom: cutBottom, left: cutLeft };
  return { ...edges, columns: COVER_COLUMNS, rows: COVER_ROWS, hidden: hide };
}
