import { findClaim, findItem } from "#app/domain/moderation/find-item.server.ts";
import { findPastDecisions } from "#app/domain/moderation/find-past-decisions.server.ts";
import { noticeStage } from "#app/domain/moderation/notice-stage.ts";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import type { ReportItem, ReportNotice } from "#app/domain/moderation/report-item.ts";
import { mayHideFor } from "#app/domain/moderation/report.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { DefamationNotice } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** A report with all that a moderator goes by; null for what isn't there and for a moderator's own matter. Reads only. */
export async function findReport(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<ReportItem | null> {
  if (!isRowId(id)) return null;
  const report = await tx.report.findFirst({
    where: { id, subjectKind: "review" },
    include: { defamationNotice: true, reporter: { select: { displayName: true } } },
  });
  // Of a review that is the viewer's own, or that they reported too, there is no item either.
  const review = report && (await findItem(viewer, "review", report.subjectId, now, tx));
  if (report === null || review === null) return null;
  const [claim, history, { isHidden }] = await Promise.all([
    findClaim(viewer, "report", id, now, tx),
    findPastDecisions("report", id, tx),
    tx.review.findUniqueOrThrow({ where: { id: report.subjectId }, select: { isHidden: true } }),
  ]);
  const { version, status, reason, explanation, createdAt, defamationNotice } = report;
  const isOpen = status === "open" || status === "claimed";
  const mayDecide = status === "claimed" && (claim === null || claim.isMine);
  return {
    id,
    version,
    status,
    reason,
    explanation,
    sender: senderOf(report),
    waiting: isOpen ? describeWaiting(createdAt, now) : null,
    claim,
    // A published review's stars are public, but whoever decides about it does without them.
    review: {
      ...review,
      ratings: isOpen ? null : review.ratings,
      reports: review.reports.filter((other) => other.id !== id),
    },
    isHidden,
    notice: defamationNotice && toNotice(defamationNotice, now),
    history,
    can: {
      decide: mayDecide,
      hide: mayDecide && !isHidden && review.status === "under_investigation" && mayHideFor(reason),
      markDefective: mayDecide && defamationNotice?.answer === "keep",
    },
  };
}

function senderOf(report: {
  reporter: { displayName: string } | null;
  isByTechnician: boolean;
  reporterEmail: string | null;
  receiptHash: string | null;
}): string {
  if (report.isByTechnician) return "The technician whose profile it is";
  if (report.reporter) return `${report.reporter.displayName}, a member`;
  if (report.reporterEmail !== null) return "A visitor who left an email address";
  return report.receiptHash === null ? "Hairline itself, because of a signal" : "A visitor";
}

function toNotice(notice: DefamationNotice, now: Date): ReportNotice {
  const { complainantName, complainantEmail, isIdentityShared, quotedWords, meaning, statement } = notice;
  const { forwardedAt, answer, answeredAt, authorContact, isContactShared } = notice;
  const { stage, isOverdue, dueAt } = noticeStage(notice, now);
  return {
    stage,
    isOverdue,
    dueAt: dueAt && dueAt.toISOString(),
    complainant: `${complainantName}, ${complainantEmail}`,
    isIdentityShared,
    quotedWords,
    meaning,
    statement,
    forwardedAt: forwardedAt && forwardedAt.toISOString(),
    answer,
    answeredAt: answeredAt && answeredAt.toISOString(),
    authorContact,
    isContactShared,
  };
}
