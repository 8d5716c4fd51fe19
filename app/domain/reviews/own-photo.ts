import type { PhotoStage } from "#app/domain/media/photo.ts";

/** A photo as its sender sees it in the form. */
export type OwnPhoto = {
  id: string;
  key: string;
  width: number;
  height: number;
  stage: PhotoStage;
  daysSinceLastSession: number | null;
  /** False once the consent to publish it was taken back. */
  isConsented: boolean;
};
