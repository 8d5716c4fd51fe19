import { followUpFields, toFollowUpAnswers } from "#app/domain/reviews/follow-up-schema.ts";
import { coverPath, readPhotoIntent } from "#app/domain/reviews/photo-intent.ts";
import { removeReviewPhoto } from "#app/domain/reviews/remove-review-photo.server.ts";
import { saveFollowUp } from "#app/domain/reviews/save-follow-up.server.ts";
import type { FollowUpRefusal } from "#app/domain/reviews/save-follow-up.server.ts";
import { submitFollowUp } from "#app/domain/reviews/submit-follow-up.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { keepPhotos } from "#app/routes/account.reviews.$reviewId.follow-up/keep-photos.server.ts";

/** What the page shows again when a form was not carried out as it was meant. */
export type FollowUpReply = FormReply & {
  /** State of the draft that the form now stands on; "" while there is none. */
  version: string;
};
export type FollowUpOutcome =
  /** `path`: where to go next. */
  | { kind: "done"; path: string }
  | { kind: "not_found" }
  | { kind: "refused"; status: 400 | 409 | 429; reply: FollowUpReply };

const WORDS: Record<Exclude<FollowUpRefusal, "not_found">, string> = {
  early: "It is too early for a follow-up.",
  already_sent: "This follow-up was already sent, perhaps from another window. It was not sent twice.",
  conflict:
    "This follow-up was changed in another window or on another device after you opened it here. What you see below is not saved. Open the page anew to go on with the other version.",
};
const TOO_OFTEN = "Your account sent many reviews and follow-ups today. Please try again tomorrow; your draft is kept.";

/** Saves or sends what somebody wrote, and keeps its photos with it. */
export async function sendFollowUpForm(
  viewer: Viewer,
  reviewId: string,
  upload: Upload,
  now: Date,
): Promise<FollowUpOutcome> {
  const { form } = upload;
  const path = `/account/reviews/${reviewId}/follow-up`;
  const typed = form.get("version") ?? "";
  const version = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  const refused = (status: 400 | 409 | 429, reply: FormReply, standsOn: number | null = version): FollowUpOutcome => ({
    kind: "refused",
    status,
    reply: { ...reply, version: standsOn === null ? "" : String(standsOn) },
  });
  const told = (reason: FollowUpRefusal): FollowUpOutcome =>
    reason === "not_found"
      ? { kind: "not_found" }
      : refused(409, withErrors(form, followUpFields, { form: WORDS[reason] }));

  const fields = readFields(followUpFields, form);
  if (!fields.ok) return refused(400, fields.reason);
  const draft = { answers: toFollowUpAnswers(fields.value), version };
  const keep = (followUpId: string) => keepPhotos(viewer, followUpId, upload, now);
  if (form.get("intent") !== "submit") {
    const saved = await saveFollowUp(viewer, reviewId, draft, now);
    if (!saved.ok) return told(saved.reason);
    const wish = readPhotoIntent(form.get("intent") ?? "");
    // Gone already, or never there: what was asked for is so.
    if (wish?.act === "remove") await removeReviewPhoto(viewer, wish.photoId, now);
    const problems = await keep(saved.value.followUpId);
    if (problems.length > 0)
      return refused(400, withErrors(form, followUpFields, { photos: problems.join(" ") }), saved.value.version);
    if (wish?.act === "cover") return { kind: "done", path: coverPath(wish.photoId, path) };
    return { kind: "done", path: `${path}?saved` };
  }
  const sent = await submitFollowUp(
    viewer,
    reviewId,
    draft,
    now,
    async ({ followUpId }): Promise<Record<string, string>> => {
      const problems = await keep(followUpId);
      if (problems.length > 0) return { photos: problems.join(" ") };
      const turn = await takeTurn("review", viewer.userId);
      return turn.allowed ? {} : { form: TOO_OFTEN };
    },
  );
  if (sent.ok) return { kind: "done", path };
  if (sent.reason.kind !== "errors") return told(sent.reason.kind);
  const { errors } = sent.reason;
  return refused(errors["form"] ? 429 : 400, withErrors(form, followUpFields, errors), sent.reason.version);
}
