import { z } from "zod";
import { resendOwnVerification } from "#app/domain/accounts/resend-verification.server.ts";
import { appealReview } from "#app/domain/reviews/appeal-review.server.ts";
import type { AppealRefusal } from "#app/domain/reviews/appeal-review.server.ts";
import { APPEAL_TEXT } from "#app/domain/reviews/appeal.ts";
import { findOwnReview } from "#app/domain/reviews/find-own-review.server.ts";
import { withdrawPhotoConsent } from "#app/domain/reviews/remove-review-photo.server.ts";
import { removeDocument } from "#app/domain/reviews/visit-document.server.ts";
import { withdrawHealthConsent } from "#app/domain/reviews/withdraw-review-consent.server.ts";
import { withdrawReview } from "#app/domain/reviews/withdraw-review.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import type { Done } from "#app/routes/account.reviews.$reviewId._index/done-words.ts";

type Outcome =
  { kind: "done"; done: Done } | { kind: "not_found" } | { kind: "refused"; status: 400 | 409 | 429; reply: FormReply };

const intents = z.object({
  intent: z.enum(["withdraw", "withdraw_health", "withdraw_photo", "remove_document", "appeal", "resend"], {
    error: "Choose what to do with the review.",
  }),
  photoId: z.uuid("Choose a photo.").optional(),
  appealText: z.string().max(APPEAL_TEXT.longest, `Say it in at most ${APPEAL_TEXT.longest} characters.`).optional(),
});

const APPEAL_WORDS: Record<Exclude<AppealRefusal, "not_found">, string> = {
  not_possible: "This can’t be appealed, or you did so before. See the state of the review above.",
  too_late: "An appeal is possible for six months after the decision. That time is over.",
  other_review: "You have another review of the same visit by now. Withdraw it first.",
};

/** Carries out what the author asks of their own review. The use cases look for the owner themselves (Z-03). */
export async function changeOwnReview(
  viewer: Viewer,
  reviewId: string,
  form: URLSearchParams,
  sender: Sender,
  now: Date,
): Promise<Outcome> {
  const fields = readFields(intents, form);
  if (!fields.ok) {
    // Of somebody else's review not even a senseless form tells that it is there.
    if ((await findOwnReview(viewer, reviewId, now)) === null) return { kind: "not_found" };
    return { kind: "refused", status: 400, reply: fields.reason };
  }
  const { intent, photoId = "", appealText = "" } = fields.value;
  const refused = (status: 400 | 409 | 429, errors: Record<string, string>): Outcome => ({
    kind: "refused",
    status,
    reply: withErrors(form, intents, errors),
  });
  const doneOr = (isDone: boolean, done: Done): Outcome => (isDone ? { kind: "done", done } : { kind: "not_found" });
  switch (intent) {
    case "withdraw": {
      const withdrawn = await withdrawReview(viewer, reviewId, now);
      if (withdrawn.ok) return { kind: "done", done: "withdrawn" };
      if (withdrawn.reason === "not_found") return { kind: "not_found" };
      return refused(409, { form: "This review can’t be withdrawn in its present state. See the state below." });
    }
    case "withdraw_health":
      return doneOr(await withdrawHealthConsent(viewer, reviewId, now), "health");
    case "withdraw_photo":
      return doneOr(photoId !== "" && (await withdrawPhotoConsent(viewer, photoId, now)).ok, "photo");
    case "remove_document":
      return doneOr(await removeDocument(viewer, reviewId, now), "document");
    case "resend": {
      const sent = await resendOwnVerification(viewer.userId, sender, now);
      if (sent.ok) return { kind: "done", done: "resent" };
      return refused(429, { form: "Several mails were sent already. Look into your mail, or try again later." });
    }
    case "appeal": {
      if (appealText.length < APPEAL_TEXT.shortest) {
        return refused(400, {
          appealText: `Say in at least ${APPEAL_TEXT.shortest} characters why the decision is wrong.`,
        });
      }
      const turn = await takeTurn("appeal", viewer.userId);
      if (!turn.allowed) return refused(429, { form: "You sent many appeals in a short time. Try again tomorrow." });
      const appealed = await appealReview(viewer, reviewId, appealText, now);
      if (appealed.ok) return { kind: "done", done: "appealed" };
      if (appealed.reason === "not_found") return { kind: "not_found" };
      return refused(409, { form: APPEAL_WORDS[appealed.reason] });
    }
  }
}
