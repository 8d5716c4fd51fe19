import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { MAX_PHOTO_BYTES } from "#app/domain/media/photo.ts";
import { addReviewPhoto } from "#app/domain/reviews/add-review-photos.server.ts";
import { PHOTO_PROBLEMS } from "#app/domain/reviews/photo-words.ts";
import type { PhotoProblem } from "#app/domain/reviews/photo-words.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** What the page's own upload is told: a sentence for people, or null when the photo is kept. */
type PhotoSent = { problem: PhotoProblem | null; words: string | null };

const LIMITS = { maxFiles: 1, maxFileBytes: MAX_PHOTO_BYTES, maxTotalBytes: MAX_PHOTO_BYTES, fileFields: ["photos"] };

/**
 * One photo at a time for pages with JavaScript, which show its progress. The form itself sends the same fields without.
 */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const turn = await takeTurn("upload", viewer.userId);
  if (!turn.allowed) {
    return answer("too_often", { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  }
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form, files, refused } = upload.value;
  const [file] = files;
  if (refused[0]) return answer(refused[0].reason, { status: 400 });
  const [reviewId, followUpId] = [form.get("reviewId"), form.get("followUpId")];
  const to = reviewId !== null ? { reviewId } : { followUpId: followUpId ?? "" };
  if (!file) return answer("not_an_image", { status: 400 });
  if (!isRowId(reviewId ?? followUpId ?? "")) return answer("not_found", { status: 404 });
  const day = form.get("photosTakenOn") ?? "";
  const photo = {
    bytes: file.bytes,
    takenOn: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? new Date(`${day}T00:00:00Z`) : null,
    isBefore: form.get("photosAre") === "before",
    hasConsent: form.get("photoConsent") === "yes",
  };
  const added = await addReviewPhoto(viewer, to, photo, new Date());
  if (added.ok) return answer(null, { status: 200 });
  return answer(added.reason, { status: added.reason === "not_found" ? 404 : added.reason === "no_room" ? 507 : 400 });
}

function answer(problem: PhotoProblem | null, init: { status: number; headers?: Record<string, string> }): Response {
  const sent: PhotoSent = { problem, words: problem && PHOTO_PROBLEMS[problem] };
  return Response.json(sent, { ...init, headers: { ...init.headers, "Cache-Control": "no-store" } });
}
