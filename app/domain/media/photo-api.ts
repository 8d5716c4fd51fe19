import { z } from "zod";
import { PHOTO_STAGES, photoUrl } from "#app/domain/media/photo.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";

export const photoStageValue = z
  .enum(PHOTO_STAGES)
  .describe(
    "How old the result was: `before` the treatment, `fresh` under 28 days after the last session, `healed` from 28 days, `settled` from 6 months, `aged` from 24 months.",
  );

export const apiPhoto = z
  .strictObject({
    url: z.url().describe("The largest file, WebP. It is gone the moment its consent is withdrawn: do not keep it."),
    thumbnailUrl: z.url().describe("The smallest file, WebP, at most 320 pixels wide."),
    width: z.int().min(1).describe("Width of the largest file in pixels."),
    height: z.int().min(1).describe("Height of the largest file in pixels."),
    stage: photoStageValue,
    alt: z.string().describe("What the picture shows, for who cannot see it."),
  })
  .describe("A published picture.");
export type ApiPhoto = z.infer<typeof apiPhoto>;

export function toApiPhoto(photo: ShownPhoto, origin: string): ApiPhoto {
  return {
    url: `${origin}${photoUrl(photo.key, 960)}`,
    thumbnailUrl: `${origin}${photoUrl(photo.key, 320)}`,
    width: photo.width,
    height: photo.height,
    stage: photo.stage,
    alt: photo.alt,
  };
}
