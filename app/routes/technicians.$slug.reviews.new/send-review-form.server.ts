import { coverPath, readPhotoIntent } from "#app/domain/reviews/photo-intent.ts";
import { removeReviewPhoto } from "#app/domain/reviews/remove-review-photo.server.ts";
import { judgeAnswers } from "#app/domain/reviews/review-answers.ts";
import { readReview } from "#app/domain/reviews/review-draft-schema.ts";
import type { ReadReview } from "#app/domain/reviews/review-draft-schema.ts";
import { saveDraft } from "#app/domain/reviews/save-draft.server.ts";
import { submitReview } from "#app/domain/reviews/submit-review.server.ts";
import type { SubmitRefusal } from "#app/domain/reviews/submit-review.server.ts";
import { removeDocument } from "#app/domain/reviews/visit-document.server.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { keepFiles } from "#app/routes/technicians.$slug.reviews.new/keep-files.server.ts";
import type { FormNotice, FormOutcome } from "#app/routes/technicians.$slug.reviews.new/form-reply.ts";
import { refusalNotice } from "#app/routes/technicians.$slug.reviews.new/refusal-words.server.ts";

/** Where a form was sent to and from. */
export type FormContext = {
  slug: string;
  /** Of a review that was sent back for changes; null for the draft. */
  reviewId: string | null;
  formPath: string;
  ipHash: string | null;
  deviceHash: string | null;
};

const INTENTS = ["save", "add_photos", "remove_document", "submit"];

/**
 * Carries out the form: always keeps the words as a draft first, then the files, then sends it if that was asked. What
 * can't be done is told beside its field, and everything else is kept.
 */
export async function sendReviewForm(
  viewer: Viewer,
  context: FormContext,
  upload: Upload,
  now: Date,
): Promise<FormOutcome> {
  const { form } = upload;
  const intent = form.get("intent") ?? "";
  const read = readReview(form);
  const { slug, reviewId, formPath } = context;
  const target = { slug, reviewId, version: readVersion(form) };
  const photoWish = readPhotoIntent(intent);
  if ((!INTENTS.includes(intent) && photoWish === null) || form.getAll("intent").length > 1) {
    return refused(read, 400, { form: ["Choose what to do with the form: save it or send it."] });
  }
  const saved = await saveDraft(viewer, target, read.answers, now);
  if (!saved.ok) return refusedFor(saved.reason, read, formPath);
  const { version, twinId } = saved.value;
  const draftId = saved.value.reviewId;
  const errors: Record<string, readonly string[]> = { ...read.reply.errors };
  if (twinId !== null) errors["lastSessionOn"] = ["You already have a review for this day."];
  if (intent === "remove_document") await removeDocument(viewer, draftId, now);
  if (photoWish?.act === "remove") await removeReviewPhoto(viewer, photoWish.photoId, now);
  Object.assign(errors, await keepFiles(viewer, draftId, upload, now));
  const notice = twinId === null ? null : refusalNotice({ kind: "duplicate", reviewId: twinId }, formPath);

  if (intent !== "submit") {
    if (Object.keys(errors).length === 0) {
      if (photoWish?.act === "cover") return { kind: "cover", path: coverPath(photoWish.photoId, formPath) };
      return { kind: "saved", version };
    }
    return refused(read, 400, errors, { notice, version });
  }
  const missing = Object.entries(judgeAnswers(read.answers, read.isAttested, now));
  if (Object.keys(errors).length > 0) {
    for (const [name, message] of missing) errors[name] ??= [message];
    return refused(read, 400, errors, { notice, version });
  }
  const { answers, visitCode, isAttested } = read;
  const { ipHash, deviceHash } = context;
  const submission = { answers, visitCode, isAttested, ipHash, deviceHash };
  const sent = await submitReview(viewer, { ...target, version, reviewId }, submission, now);
  return sent.ok ? { kind: "sent", reviewId: sent.value.reviewId } : refusedFor(sent.reason, read, formPath);
}

function readVersion(form: URLSearchParams): number | null {
  const text = form.get("version") ?? "";
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function refused(
  read: ReadReview,
  status: 400 | 403 | 404 | 409 | 429,
  errors: Readonly<Record<string, readonly string[]>>,
  more: { notice?: FormNotice | null; version?: number | null } = {},
): FormOutcome {
  const { values, lists } = read.reply;
  const copied = Object.fromEntries(Object.entries(errors).map(([name, messages]) => [name, [...messages]]));
  const reply = { values, lists, errors: copied, notice: more.notice ?? null, version: more.version ?? null };
  return { kind: "refused", status, reply };
}

function refusedFor(refusal: SubmitRefusal, read: ReadReview, formPath: string): FormOutcome {
  switch (refusal.kind) {
    case "errors": {
      const errors = Object.entries(refusal.errors).map(([name, message]) => [name, [message]] as const);
      return refused(read, 400, Object.fromEntries(errors), { version: refusal.version });
    }
    case "too_many": {
      const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
      const text = `That was tried very often from your account. Your draft is kept; please send it again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
      return refused(read, 429, {}, { notice: { text, link: null }, version: refusal.version });
    }
    case "not_found":
      return refused(read, 404, {});
    case "own":
    case "colleague":
      return refused(read, 403, {}, { notice: refusalNotice(refusal, formPath) });
    case "conflict":
      return refused(read, 409, {}, { notice: refusalNotice(refusal, formPath), version: refusal.version });
    case "already_sent":
    case "duplicate":
      return refused(read, 409, {}, { notice: refusalNotice(refusal, formPath) });
  }
}
