import { z } from "zod";
import { PHOTO_STAGES } from "#app/domain/media/photo.ts";

/** A picture as the queries answer it; the age is in whole days since the last session. */
export const photoRow = z.object({
  key: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  placeholderColour: z.string(),
  stage: z.enum(PHOTO_STAGES),
  daysSinceLastSession: z.number().int().min(0).nullable(),
  isSample: z.boolean(),
});
