import { findOwnNotice } from "#app/domain/moderation/find-own-notice.server.ts";
import { receiptPath } from "#app/domain/moderation/receipt-code.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { noticeAnsweredMail } from "#app/domain/moderation/report-mails.ts";
import { withdrawReview } from "#app/domain/reviews/withdraw-review.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Somebody who stands by their review names themselves, and says whether the complainant may have that. */
export type NoticeAnswer =
  { answer: "remove" } | { answer: "keep"; authorName: string; authorAddress: string; isContactShared: boolean };

export type AnswerRefusal = "not_found" | "too_late";

/** The author's answer to a defamation notice, once and in time. The complainant is told at once. */
export async function answerNotice(
  viewer: Pick<Viewer, "userId">,
  reportId: string,
  given: NoticeAnswer,
  now: Date,
): Promise<Result<null, AnswerRefusal>> {
  const answered = await db().$transaction((tx) => answer(viewer, reportId, given, now, tx));
  if (!answered.ok) return answered;
  if (given.answer === "remove") {
    // Not in the same transaction: if it fails, the notice is on the moderators' desk with the author's wish on it.
    const { reviewId } = answered.value;
    const withdrawn = await withdrawReview(viewer, reviewId, now);
    if (withdrawn.ok) await db().$transaction((tx) => closeWithdrawn(reportId, now, tx));
  }
  return ok(null);
}

async function answer(
  viewer: Pick<Viewer, "userId">,
  reportId: string,
  given: NoticeAnswer,
  now: Date,
  tx: Db,
): Promise<Result<{ reviewId: string }, AnswerRefusal>> {
  const own = await findOwnNotice(viewer, reportId, now, tx);
  if (own === null) return refuse("not_found");
  if (!own.can.answer) return refuse("too_late");
  const isKept = given.answer === "keep";
  const { count } = await tx.defamationNotice.updateMany({
    where: { reportId, answer: null, actedAt: null, answerBy: { gt: now } },
    data: {
      answer: given.answer,
      answeredAt: now,
      // Somebody who stands by the review in due form has done all that the law asks; telling it on is the act.
      ...(isKept
        ? {
            authorContact: `${given.authorName}\n${given.authorAddress}`,
            isContactShared: given.isContactShared,
            actedAt: now,
          }
        : { actBy: now }),
    },
  });
  if (count !== 1) return refuse("too_late");
  const { complainantEmail: to } = await tx.defamationNotice.findUniqueOrThrow({
    where: { reportId },
    select: { complainantEmail: true },
  });
  if (isKept) await queueMail(noticeAnsweredMail({ reportId, to, path: receiptPath(reportId), answer: "keep" }), tx);
  const entry = { actorId: viewer.userId, action: "notice_answered", subjectKind: "report", subjectId: reportId };
  await recordAudit({ ...entry, toState: given.answer }, tx);
  return ok({ reviewId: own.reviewId });
}

/** The author took the review back: what the notice asked for has happened, and nobody has to decide. */
async function closeWithdrawn(reportId: string, now: Date, tx: Db): Promise<void> {
  const report = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { status: true, version: true, createdAt: true, defamationNotice: { select: { complainantEmail: true } } },
  });
  const { status, version, createdAt, defamationNotice: notice } = report;
  const { count } = await tx.report.updateMany({
    where: { id: reportId, version, status: { in: ["open", "claimed"] } },
    data: { status: "upheld", version: { increment: 1 }, closedAt: now, reporterKey: null },
  });
  if (count !== 1 || notice === null) return;
  await tx.defamationNotice.updateMany({ where: { reportId }, data: { actedAt: now } });
  const to = notice.complainantEmail;
  await queueMail(noticeAnsweredMail({ reportId, to, path: receiptPath(reportId), answer: "remove" }), tx);
  const subject = { subjectKind: "report", subjectId: reportId, subjectVersion: version } as const;
  const note = "The author took the review back after the notice.";
  const decided = { moderatorId: null, fromState: status, toState: "upheld", reason: null, note, stars: null };
  await recordDecision({ ...subject, ...decided, waitingSince: createdAt }, tx);
}
