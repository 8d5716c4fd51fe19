import { z } from "zod";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

const KEYS = Object.keys(TREATMENTS) as [Treatment, ...Treatment[]];

/** The three fields that a profile begins with; `town` is the choice among several places of the name in `place`. */
export const newProfileSchema = z.object({
  name: z
    .string("Give the name that clients know you by.")
    .min(2, "A name has at least 2 characters.")
    .max(120, "A name has at most 120 characters.")
    .regex(/^[^\n\t<>]+$/, "A name is one line, without < and >."),
  place: z.string("Say in which town you work.").max(100, "The name of a town is enough."),
  town: z.string().max(200).optional(),
  treatment: z.enum(KEYS, { error: "Choose what you do most." }),
});
