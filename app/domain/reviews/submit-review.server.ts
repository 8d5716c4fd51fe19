import { ATTESTATION_VERSION } from "#app/domain/reviews/attestation.ts";
import { findReviewable } from "#app/domain/reviews/find-reviewable.server.ts";
import { answerColumns, dayOf, findTwin, whyNotWritable } from "#app/domain/reviews/own-draft.server.ts";
import type { DraftRefusal, DraftTarget } from "#app/domain/reviews/own-draft.server.ts";
import { judgeAnswers } from "#app/domain/reviews/review-answers.ts";
import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";
import { reviewReceivedMail, reviewWaitsMail } from "#app/domain/reviews/review-mails.ts";
import { nextReviewStatus, statusesBefore } from "#app/domain/reviews/review-states.ts";
import type { ReviewStatus } from "#app/domain/reviews/review-states.ts";
import { saveDraft } from "#app/domain/reviews/save-draft.server.ts";
import { settleProof } from "#app/domain/reviews/visit-proof.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/durable-limits.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#app/platform/unique-violation.server.ts";

export type Submission = {
  answers: ReviewAnswers;
  /** As it was typed, or null. */
  visitCode: string | null;
  isAttested: boolean;
  /** Keyed hashes of where it came from, for signals. */
  ipHash: string | null;
  deviceHash: string | null;
};

/** `errors`: by field, in words for the author. `version`: of the draft that was kept all the same. */
export type SubmitRefusal =
  | DraftRefusal
  | { kind: "errors"; errors: Record<string, string>; version: number }
  | { kind: "too_many"; retryAfterSeconds: number; version: number };

type Author = Pick<Viewer, "userId" | "technicianId">;
type Submitted = { reviewId: string; status: ReviewStatus };

const WRONG_CODE =
  "This code isn’t valid for this technician, or it was used before. Check it, or leave the field empty and send the review without it.";

/**
 * Sends a review to the moderators, or keeps it waiting while its author's e-mail address is not confirmed. What was
 * typed is kept as a draft first, so that a refusal loses nothing. Then the proof is settled, the state changed, the
 * receipt queued and the record made in one transaction; of many attempts for one visit the database lets one through
 * (F-11).
 */
export async function submitReview(
  viewer: Author,
  target: DraftTarget,
  submission: Submission,
  now: Date,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { answers, isAttested, visitCode } = submission;
  const saved = await saveDraft(viewer, target, answers, now);
  if (!saved.ok) return refuse(saved.reason);
  const { reviewId, version, twinId } = saved.value;
  const errors = judgeAnswers(answers, isAttested, now);
  if (Object.keys(errors).length > 0) return refuse({ kind: "errors", errors, version });
  if (twinId !== null) return refuse({ kind: "duplicate", reviewId: twinId });
  const turn = await takeTurns([
    ["review", viewer.userId],
    ...(visitCode === null ? [] : [["visit_code", viewer.userId] as const]),
  ]);
  if (!turn.allowed) return refuse({ kind: "too_many", retryAfterSeconds: turn.retryAfterSeconds, version });
  try {
    return await db().$transaction((tx) => send(viewer, target.slug, { reviewId, version }, submission, now, tx));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const review = await db().review.findUnique({ where: { id: reviewId }, select: { technicianId: true } });
    const own = { authorId: viewer.userId, technicianId: review?.technicianId ?? "", exceptId: reviewId };
    const twin = review && (await findTwin(own, dayOf(answers.lastSessionOn), db()));
    return refuse({ kind: "duplicate", reviewId: twin ?? reviewId });
  }
}

async function send(
  viewer: Author,
  slug: string,
  draft: { reviewId: string; version: number },
  submission: Submission,
  now: Date,
  tx: Db,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { reviewId, version } = draft;
  const authorId = viewer.userId;
  const technician = await findReviewable(viewer, slug, tx);
  if (!technician.ok) return refuse({ kind: technician.reason });
  const own = { authorId, technicianId: technician.value.id };
  const [locked] = await tx.$queryRaw<{ status: ReviewStatus; email: string; isConfirmed: boolean }[]>`
    SELECT r.status::text AS status, u.email, u."emailVerifiedAt" IS NOT NULL AS "isConfirmed"
    FROM "Review" r JOIN "User" u ON u.id = r."authorId"
    WHERE r.id = ${reviewId}::uuid AND r."authorId" = ${authorId}::uuid AND r."technicianId" = ${own.technicianId}::uuid
      AND r.version = ${version}
    FOR UPDATE OF r`;
  const event = locked?.isConfirmed ? "submit" : "submit_unconfirmed";
  const status = locked ? nextReviewStatus(locked.status, event) : null;
  if (!locked || status === null) return refuse(await whyNotWritable(own, null, tx));

  const proof = await settleProof(
    { reviewId, ...own, visitCode: submission.visitCode, isContactConfirmed: locked.isConfirmed },
    now,
    tx,
  );
  if (!proof.ok) return refuse({ kind: "errors", errors: { visitCode: WRONG_CODE }, version });
  const { title, text } = submission.answers;
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, ...own, version, status: { in: statusesBefore(event) } },
    data: {
      ...answerColumns(submission.answers),
      status,
      version: { increment: 1 },
      proofLevel: proof.value,
      attestationVersion: ATTESTATION_VERSION,
      attestedAt: now,
      submittedAt: now,
      signalsCheckedAt: null,
      ipHash: submission.ipHash,
      deviceHash: submission.deviceHash,
    },
  });
  // The row is locked: only a rule that was changed half can make this fail, and then nothing of it may stay.
  if (count !== 1) throw new Error("a locked review could not be sent");
  await tx.reviewRevision.create({ data: { reviewId, version: version + 1, title, text, createdAt: now } });
  const receipt = { reviewId, version: version + 1, to: locked.email, technicianName: technician.value.name };
  await queueMail(locked.isConfirmed ? reviewReceivedMail(receipt) : reviewWaitsMail(receipt), tx);
  const entry = { actorId: authorId, action: "review_submitted", subjectKind: "review", subjectId: reviewId };
  await recordAudit({ ...entry, fromState: locked.status, toState: status }, tx);
  return ok({ reviewId, status });
}
