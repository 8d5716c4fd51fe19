import { randomUUID } from "node:crypto";
import { addBusinessHours } from "#app/domain/moderation/business-hours.server.ts";
import { findReportableReview } from "#app/domain/moderation/find-reportable-review.server.ts";
import type { ReportableReview } from "#app/domain/moderation/find-reportable-review.server.ts";
import { findReporterAddress } from "#app/domain/moderation/find-reporter-address.server.ts";
import { hashReceiptCode, receiptCode, receiptPath } from "#app/domain/moderation/receipt-code.server.ts";
import { noticeReceivedMail, reportReceivedMail } from "#app/domain/moderation/report-mails.ts";
import type { NoticeInput, ReportInput } from "#app/domain/moderation/report-schema.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { raiseSerialReporting } from "#app/domain/reviews/signals/raise-serial-reporting.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";

/** Somebody signed in, or a visitor: known by nothing but the browser or network that they came with. */
export type Reporter = {
  viewer: Pick<Viewer, "userId" | "technicianId"> | null;
  /** Tells visitors without an e-mail address apart; kept as a keyed hash while the report is open. */
  sender: string;
};

/** Hours in which a complete notice goes to the author, those of business days. */
const FORWARD_HOURS = 48;

/**
 * The regulations know no kind of unlawful statement; of our reasons this one is nearest. What the notice claims stands
 * in its own row.
 */
const NOTICE_REASON: ReviewReason = "accusation_of_crime";

/**
 * `not_found`: nothing that readers can see. `already_open`: the same person has an open report of this review for the
 * same reason; of many sent at once the database takes one (F-11).
 */
export type ReportRefusal = "not_found" | "already_open";

/** Reports a review for breaking a rule. Returns the code that opens the receipt. */
export async function sendReport(
  reporter: Reporter,
  reviewId: string,
  input: ReportInput,
  now: Date,
): Promise<Result<{ code: string }, ReportRefusal>> {
  return db().$transaction(async (tx) => {
    const review = await findReportableReview(reviewId, tx);
    if (review === null) return refuse("not_found");
    const { reason, explanation } = input;
    const reportId = await addReport(reporter, review, { reason, explanation, email: input.email ?? null }, now, tx);
    if (reportId === null) return refuse("already_open");
    const to = reporter.viewer ? await findReporterAddress(reporter.viewer.userId, tx) : (input.email ?? null);
    if (to !== null) await queueMail(reportReceivedMail({ ...about(reportId, review), to }), tx);
    if (reporter.viewer) await raiseSerialReporting(reporter.viewer.userId, review.id, now, tx);
    await audit(reporter, reportId, "report_sent", reason, tx);
    return ok({ code: receiptCode(reportId) });
  });
}

/** Sends a complete defamation notice: a report with clocks, which begin to run now. */
export async function sendNotice(
  reporter: Reporter,
  reviewId: string,
  input: NoticeInput,
  now: Date,
): Promise<Result<{ code: string }, ReportRefusal>> {
  return db().$transaction(async (tx) => {
    const review = await findReportableReview(reviewId, tx);
    if (review === null) return refuse("not_found");
    const { complainantName, complainantEmail, quotedWords, meaning, statement } = input;
    const facts = { reason: NOTICE_REASON, explanation: statement, email: complainantEmail };
    const reportId = await addReport(reporter, review, facts, now, tx);
    if (reportId === null) return refuse("already_open");
    const isIdentityShared = input.isIdentityShared === "yes";
    const words = { complainantName, complainantEmail, quotedWords, meaning, statement, isIdentityShared };
    await tx.defamationNotice.create({ data: { reportId, ...words, forwardBy: addBusinessHours(now, FORWARD_HOURS) } });
    await queueMail(noticeReceivedMail({ ...about(reportId, review), to: complainantEmail }), tx);
    await audit(reporter, reportId, "notice_sent", NOTICE_REASON, tx);
    return ok({ code: receiptCode(reportId) });
  });
}

type Facts = { reason: ReviewReason; explanation: string; email: string | null };

/** Null when the same report is open already. */
async function addReport(
  { viewer, sender }: Reporter,
  review: ReportableReview,
  { reason, explanation, email }: Facts,
  now: Date,
  tx: Db,
): Promise<string | null> {
  const id = randomUUID();
  const { count } = await tx.report.createMany({
    data: [
      {
        id,
        subjectKind: "review",
        subjectId: review.id,
        reporterId: viewer?.userId ?? null,
        reporterEmail: viewer ? null : email,
        reporterKey: viewer ? null : email ? keyedHash("contact", email) : keyedHash("address", sender),
        receiptHash: hashReceiptCode(receiptCode(id)),
        isByTechnician: viewer !== null && viewer.technicianId === review.technicianId,
        reason,
        explanation,
        createdAt: now,
        isSample: review.isSample,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

function about(reportId: string, { technicianName }: ReportableReview) {
  return { reportId, path: receiptPath(reportId), technicianName };
}

async function audit({ viewer }: Reporter, reportId: string, action: string, reason: string, tx: Db): Promise<void> {
  const actorId = viewer?.userId ?? null;
  await recordAudit({ actorId, action, subjectKind: "report", subjectId: reportId, toState: "open", reason }, tx);
}
