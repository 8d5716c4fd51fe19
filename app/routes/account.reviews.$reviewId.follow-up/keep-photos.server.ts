import { MAX_PHOTO_BYTES } from "#app/domain/media/photo.ts";
import { addReviewPhoto } from "#app/domain/reviews/add-review-photos.server.ts";
import { MOST_PHOTOS, PHOTO_PROBLEMS, photoProblem } from "#app/domain/reviews/photo-words.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

export const PHOTO_LIMITS = {
  maxFiles: MOST_PHOTOS,
  maxFileBytes: MAX_PHOTO_BYTES,
  maxTotalBytes: 4 * MAX_PHOTO_BYTES,
  fileFields: ["photos"],
};

/**
 * Keeps the photos that came with the form. They show the result as it is now, so their age is the follow-up's. Returns
 * what is wrong with single ones; the others are kept.
 */
export async function keepPhotos(viewer: Viewer, followUpId: string, upload: Upload, now: Date): Promise<string[]> {
  const problems = upload.refused.map(({ name, reason }) => photoProblem(name, reason));
  const hasConsent = upload.form.get("photoConsent") === "yes";
  for (const { name, bytes } of upload.files) {
    const turn = await takeTurn("upload", viewer.userId);
    if (!turn.allowed) {
      problems.push(PHOTO_PROBLEMS.too_often);
      break;
    }
    const added = await addReviewPhoto(
      viewer,
      { followUpId },
      { bytes, takenOn: null, isBefore: false, hasConsent },
      now,
    );
    if (!added.ok) problems.push(photoProblem(name, added.reason));
  }
  return problems;
}
