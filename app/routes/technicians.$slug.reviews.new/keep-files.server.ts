import { DOCUMENT_PROBLEMS } from "#app/domain/media/document.ts";
import { MAX_PHOTO_BYTES } from "#app/domain/media/photo.ts";
import { addReviewPhoto } from "#app/domain/reviews/add-review-photos.server.ts";
import { dayOf } from "#app/domain/reviews/own-draft.server.ts";
import { keepVisitDocument } from "#app/domain/reviews/visit-document.server.ts";
import { MOST_PHOTOS, PHOTO_PROBLEMS, photoProblem } from "#app/domain/reviews/photo-words.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { cleanText } from "#app/platform/read-fields.ts";
import type { Upload, UploadedFile } from "#app/platform/read-upload.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** The form's file inputs. */
export const FILE_FIELDS = ["photos", "document"];

/** Six photos at once, and a document. */
export const UPLOAD_LIMITS = {
  maxFiles: MOST_PHOTOS + 1,
  maxFileBytes: MAX_PHOTO_BYTES,
  maxTotalBytes: 4 * MAX_PHOTO_BYTES,
};

const CLOSED = "A moderator has looked at your document already, so it can’t be changed any more.";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Keeps the photos and the document that came with the form. Returns what is wrong with single files, by field; the
 * others are kept.
 */
export async function keepFiles(
  viewer: Viewer,
  reviewId: string,
  { form, files, refused }: Upload,
  now: Date,
): Promise<Record<string, string[]>> {
  const problems: Record<string, string[]> = {};
  const add = (field: string, message: string) => (problems[field] ??= []).push(message);
  for (const { field, name, reason } of refused) {
    add(field, field === "document" ? DOCUMENT_PROBLEMS.too_large : photoProblem(name, reason));
  }
  for (const file of files) {
    const turn = await takeTurn("upload", viewer.userId);
    const message = !turn.allowed ? PHOTO_PROBLEMS.too_often : await keepFile(viewer, reviewId, file, form, now);
    if (message !== null) add(file.field, message);
  }
  return problems;
}

function keepFile(viewer: Viewer, reviewId: string, file: UploadedFile, form: URLSearchParams, now: Date) {
  return file.field === "document"
    ? keepProof(viewer, reviewId, file, now)
    : keepPhoto(viewer, reviewId, file, form, now);
}

async function keepProof(viewer: Viewer, reviewId: string, { bytes }: UploadedFile, now: Date): Promise<string | null> {
  const kept = await keepVisitDocument(viewer, reviewId, bytes, now);
  return kept.ok ? null : kept.reason === "closed" ? CLOSED : DOCUMENT_PROBLEMS[kept.reason];
}

async function keepPhoto(
  viewer: Viewer,
  reviewId: string,
  { name, bytes }: UploadedFile,
  form: URLSearchParams,
  now: Date,
): Promise<string | null> {
  const day = cleanText(form.get("photosTakenOn") ?? "");
  const photo = {
    bytes,
    takenOn: DAY.test(day) && !Number.isNaN(Date.parse(day)) ? dayOf(day) : null,
    isBefore: form.get("photosAre") === "before",
    hasConsent: form.get("photoConsent") === "yes",
  };
  const added = await addReviewPhoto(viewer, { reviewId }, photo, now);
  return added.ok ? null : photoProblem(name, added.reason);
}
