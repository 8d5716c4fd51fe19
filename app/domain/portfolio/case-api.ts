import { z } from "zod";
import { apiPhoto, toApiPhoto } from "#app/domain/media/photo-api.ts";
import type { PublicCase } from "#app/domain/portfolio/portfolio-case.ts";
import { concernValue, dayValue, skinTypeValue, treatmentValue } from "#app/domain/technicians/vocabulary-schema.ts";

export const scaleValue = z
  .enum(["norwood", "ludwig", "none"])
  .describe("The scale by which the extent of hair loss is told; `none`: it is not.");

const apiCasePhoto = apiPhoto
  .extend({
    daysSinceLastSession: z.int().min(0).nullable().describe("Age of the result in days; null before the treatment."),
    caption: z.string().nullable().describe("The technician's own words."),
  })
  .describe("A picture of a case.");

export const apiCase = z
  .strictObject({
    title: z.string().describe("Plain text."),
    treatment: treatmentValue,
    concern: concernValue,
    skinType: skinTypeValue.nullable(),
    scale: scaleValue,
    scaleBand: z.int().nullable().describe("The step on that scale."),
    sessions: z.int().nullable().describe("How many sessions it took; null: none provided."),
    isSameLight: z.boolean().describe("The technician declares that the pictures were taken in the same light."),
    isSameAngle: z.boolean().describe("The technician declares that they were taken from the same angle."),
    isUnedited: z.boolean().describe("The technician declares that they are unedited."),
    checkedOn: dayValue.nullable().describe("The day a moderator checked it; null: not yet."),
    isSample: z.boolean().describe("Invented; its pictures are drawings."),
    photos: z.array(apiCasePhoto).describe("Before first, then by age of the result."),
  })
  .describe("One treatment shown in pictures.");
type ApiCase = z.infer<typeof apiCase>;

export function toApiCase({ id: _id, photos, ...item }: PublicCase, origin: string): ApiCase {
  return {
    ...item,
    photos: photos.map((photo) => ({
      ...toApiPhoto(photo, origin),
      daysSinceLastSession: photo.daysSinceLastSession,
      caption: photo.caption,
    })),
  };
}
