import { judgeFollowUp } from "#app/domain/reviews/follow-up-answers.ts";
import type { FollowUpAnswers } from "#app/domain/reviews/follow-up-answers.ts";
import { followUpReceivedMail } from "#app/domain/reviews/follow-up-mails.ts";
import { followUpStatusesBefore, nextFollowUpStatus } from "#app/domain/reviews/follow-up-states.ts";
import { FOLLOWABLE } from "#app/domain/reviews/own-follow-ups.server.ts";
import { saveFollowUp } from "#app/domain/reviews/save-follow-up.server.ts";
import type { FollowUpRefusal, SavedFollowUp } from "#app/domain/reviews/save-follow-up.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Author = Pick<Viewer, "userId">;
export type FollowUpSubmitRefusal =
  | { kind: FollowUpRefusal }
  /** By field, in words for the author; the draft is kept, and this is its version now. */
  | { kind: "errors"; errors: Record<string, string>; version: number };

/**
 * Sends a follow-up to the moderators: one a review and month. What was written is kept as a draft first, so that a
 * refusal loses nothing; `beforeSending` may add to it (photos) and say what is wrong with that, by field.
 */
export async function submitFollowUp(
  viewer: Author,
  reviewId: string,
  draft: { answers: FollowUpAnswers; version: number | null },
  now: Date,
  beforeSending: (saved: SavedFollowUp) => Promise<Record<string, string>> = async () => ({}),
): Promise<Result<SavedFollowUp, FollowUpSubmitRefusal>> {
  const saved = await saveFollowUp(viewer, reviewId, draft, now);
  if (!saved.ok) return refuse({ kind: saved.reason });
  const errors = { ...judgeFollowUp(draft.answers), ...(await beforeSending(saved.value)) };
  const { followUpId, version } = saved.value;
  if (Object.keys(errors).length > 0) return refuse({ kind: "errors", errors, version });
  return db().$transaction((tx) => send(viewer, followUpId, version, now, tx));
}

async function send(
  { userId }: Author,
  followUpId: string,
  version: number,
  now: Date,
  tx: Db,
): Promise<Result<SavedFollowUp, FollowUpSubmitRefusal>> {
  const own = { id: followUpId, version, review: { authorId: userId, status: FOLLOWABLE } };
  const followUp = await tx.reviewFollowUp.findFirst({
    where: own,
    select: {
      status: true,
      month: true,
      reviewId: true,
      review: { select: { author: { select: { email: true } }, technician: { select: { name: true } } } },
    },
  });
  const status = followUp && nextFollowUpStatus(followUp.status, "submit");
  if (!followUp || !status) return refuse({ kind: "conflict" });
  const { count } = await tx.reviewFollowUp.updateMany({
    where: { ...own, status: { in: followUpStatusesBefore("submit") } },
    data: { status, version: { increment: 1 }, submittedAt: now, closedReason: null },
  });
  if (count !== 1) return refuse({ kind: "conflict" });
  const { month, reviewId, review } = followUp;
  const to = review.author?.email;
  const technicianName = review.technician.name;
  if (to) await queueMail(followUpReceivedMail({ reviewId, month, version, to, technicianName }), tx);
  const entry = { actorId: userId, action: "follow_up_submitted", subjectKind: "follow_up", subjectId: followUpId };
  await recordAudit({ ...entry, fromState: followUp.status, toState: status }, tx);
  return ok({ followUpId, version: version + 1 });
}
