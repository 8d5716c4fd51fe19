import { hashReceiptCode } from "#app/domain/moderation/receipt-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * What whoever sent a report may see of it by its code: how far it is, and the outcome with its words. Nothing of who
 * reported or what they wrote, in case the link falls into other hands. Null for a code that opens nothing.
 */
export async function findReceipt(code: string, tx: Db = db()) {
  const receiptHash = hashReceiptCode(code);
  if (receiptHash === null) return null;
  const report = await tx.report.findUnique({
    where: { receiptHash },
    select: {
      id: true,
      subjectId: true,
      reason: true,
      status: true,
      createdAt: true,
      closedAt: true,
      defamationNotice: true,
    },
  });
  if (report === null) return null;
  const { id, subjectId, defamationNotice: notice, ...shown } = report;
  const [review, decision] = await Promise.all([
    tx.review.findUnique({
      where: { id: subjectId },
      select: { status: true, technician: { select: { name: true, slug: true } } },
    }),
    tx.moderationDecision.findFirst({
      where: { subjectKind: "report", subjectId: id },
      orderBy: { subjectVersion: "desc" },
      select: { reason: true, note: true },
    }),
  ]);
  if (review === null) return null;
  return {
    ...shown,
    technicianName: review.technician.name,
    slug: review.technician.slug,
    decision: shown.closedAt === null ? null : decision,
    notice: notice && {
      forwardBy: notice.forwardBy,
      forwardedAt: notice.forwardedAt,
      answerBy: notice.answerBy,
      answer: notice.answer,
      answeredAt: notice.answeredAt,
      actBy: notice.actBy,
      // Only what its author agreed to.
      authorContact: notice.answer === "keep" && notice.isContactShared ? notice.authorContact : null,
    },
  };
}
