import type { Outcome, TextDecision } from "#app/domain/moderation/decision-outcome.ts";
import { mailsAboutReview } from "#app/domain/moderation/mails-about-review.server.ts";
import { redactText } from "#app/domain/moderation/redact-text.ts";
import type { RedactionRefusal } from "#app/domain/moderation/redact-text.ts";
import { scheduleDocumentPurge } from "#app/domain/reviews/decide-proof.server.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { nextReviewStatus, statusesBefore } from "#app/domain/reviews/review-states.ts";
import type { ReviewEvent } from "#app/domain/reviews/review-states.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Db } from "#app/platform/db.server.ts";
import { cleanText } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const EVENT_OF = {
  approve: "approve",
  redact: "approve",
  request_changes: "request_changes",
  reject: "reject",
} as const satisfies Record<TextDecision["decision"], ReviewEvent>;

const TOLD_AS = {
  approve: "published",
  redact: "redacted",
  request_changes: "changes_requested",
  reject: "rejected",
} as const;

/** `too_long`: with the markers it would be longer than a title or text may be. */
export type ReviewDecisionRefusal = "not_found" | "changed" | "too_long" | RedactionRefusal;

const LONGEST = { title: 120, text: 5_000 };

/**
 * Carries out a decision about a review that waits: a compare-and-swap on its version and state, the text that was
 * decided on kept as a revision (I6), the ratings made anew. The caller sends the mails and records the decision.
 */
export async function decideReview(
  input: TextDecision,
  now: Date,
  tx: Db,
): Promise<Result<Outcome, ReviewDecisionRefusal>> {
  const { id, version, decision, reason } = input;
  const review = await tx.review.findUnique({
    where: { id },
    select: {
      status: true,
      version: true,
      title: true,
      text: true,
      overall: true,
      submittedAt: true,
      publishedAt: true,
      technicianId: true,
    },
  });
  if (review === null) return refuse("not_found");
  const event = EVENT_OF[decision];
  const toState = nextReviewStatus(review.status, event);
  if (toState === null || review.version !== version) return refuse("changed");
  const words = decision === "redact" && reason !== null ? redact(review, input, reason) : ok({});
  if (!words.ok) return words;
  const { count } = await tx.review.updateMany({
    where: { id, version, status: { in: statusesBefore(event) } },
    data: {
      ...words.value,
      status: toState,
      version: { increment: 1 },
      ...(toState === "published"
        ? { publishedAt: review.publishedAt ?? now, closedAt: null, removalReason: null }
        : {}),
      ...(toState === "rejected" ? { closedAt: now, removalReason: reason } : {}),
    },
  });
  if (count !== 1) return refuse("changed");
  await keepRevision({ reviewId: id, version, title: review.title, text: review.text }, now, tx);
  if (toState !== "changes_requested") {
    await scheduleDocumentPurge({ reviewId: id, decidedAt: now, isAppealable: toState === "rejected" }, tx);
  }
  if (toState === "published") await recomputeRating(review.technicianId, now, tx);
  const mails = await mailsAboutReview({ reviewId: id, version, outcome: TOLD_AS[decision], reason }, tx);
  return ok({
    fromState: review.status,
    toState,
    stars: review.overall,
    waitingSince: review.submittedAt,
    mails,
  });
}

function redact(
  review: { title: string; text: string },
  { title, text }: TextDecision,
  reason: ReviewReason,
): Result<{ title?: string; text?: string; redactionReason: ReviewReason }, ReviewDecisionRefusal> {
  const newTitle = redactText(cleanText(review.title), title ?? cleanText(review.title), reason);
  const newText = redactText(cleanText(review.text), text ?? cleanText(review.text), reason);
  for (const one of [newTitle, newText]) if (!one.ok && one.reason !== "no_marks") return one;
  if (!newTitle.ok && !newText.ok) return refuse("no_marks");
  const cut = {
    ...(newTitle.ok ? { title: newTitle.value } : {}),
    ...(newText.ok ? { text: newText.value } : {}),
    redactionReason: reason,
  };
  if ((cut.title ?? "").length > LONGEST.title || (cut.text ?? "").length > LONGEST.text) return refuse("too_long");
  return ok(cut);
}

/** The text as it was decided on; it may have been kept when it was sent. */
async function keepRevision(
  revision: { reviewId: string; version: number; title: string; text: string },
  now: Date,
  tx: Db,
): Promise<void> {
  await tx.reviewRevision.createMany({ data: [{ ...revision, createdAt: now }], skipDuplicates: true });
}
