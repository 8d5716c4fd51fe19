import { findReporterAddress } from "#app/domain/moderation/find-reporter-address.server.ts";
import { receiptPath } from "#app/domain/moderation/receipt-code.server.ts";
import { reportDecidedMail } from "#app/domain/moderation/report-mails.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** Mails the outcome to whoever sent a report and left an address; null stands for "dismissed". */
export async function tellReporter(reportId: string, reason: ReviewReason | null, tx: Db): Promise<void> {
  const report = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { subjectId: true, reporterId: true, reporterEmail: true, receiptHash: true },
  });
  const { reporterId, reporterEmail } = report;
  const to = reporterId ? await findReporterAddress(reporterId, tx) : reporterEmail;
  // Cases that a signal opened, and those from before there were receipts, have nobody to tell or nothing to link to.
  if (to === null || report.receiptHash === null) return;
  const review = await tx.review.findUniqueOrThrow({
    where: { id: report.subjectId },
    select: { technician: { select: { name: true } } },
  });
  const path = receiptPath(reportId);
  await queueMail(reportDecidedMail({ reportId, to, path, technicianName: review.technician.name, reason }), tx);
}
