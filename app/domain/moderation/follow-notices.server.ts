import { addBusinessHours, endOfDayAfter, londonDayInWords } from "#app/domain/moderation/business-hours.server.ts";
import { ANSWER_DAYS, NOTICE_HOURS } from "#app/domain/moderation/notice-stage.ts";
import { receiptPath } from "#app/domain/moderation/receipt-code.server.ts";
import { noticeForAuthorMail, noticeSentMail, noticeToActMail } from "#app/domain/moderation/report-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const MOST = 50;

/** One turn of the clocks of all defamation notices: sends what is new, and ends the waiting for authors who are late. */
export async function followNotices(now: Date): Promise<void> {
  const running = { actedAt: null, actBy: null, report: { status: { in: ["open", "claimed"] } } } satisfies NonNullable<
    Parameters<Db["defamationNotice"]["findMany"]>[0]
  >["where"];
  const select = { reportId: true, report: { select: { subjectId: true } } };
  const fresh = await db().defamationNotice.findMany({
    where: { ...running, forwardedAt: null },
    orderBy: { forwardBy: "asc" },
    take: MOST,
    select,
  });
  for (const { reportId, report } of fresh) {
    await db().$transaction((tx) => forward(reportId, report.subjectId, now, tx));
  }
  const late = await db().defamationNotice.findMany({
    where: { ...running, answer: null, answerBy: { lte: now } },
    orderBy: { answerBy: "asc" },
    take: MOST,
    select: { reportId: true, answerBy: true },
  });
  for (const { reportId, answerBy } of late) {
    if (answerBy) await db().$transaction((tx) => startActing(reportId, answerBy, tx));
  }
}

/** Sends a notice to the author, without who sent it unless they agreed; an author without an account can't be reached. */
async function forward(reportId: string, reviewId: string, now: Date, tx: Db): Promise<void> {
  const review = await tx.review.findUnique({
    where: { id: reviewId },
    select: { author: { select: { email: true } }, technician: { select: { name: true } } },
  });
  if (!review?.author) return startActing(reportId, now, tx);
  const answerBy = endOfDayAfter(now, ANSWER_DAYS);
  const { count } = await tx.defamationNotice.updateMany({
    where: { reportId, forwardedAt: null, actBy: null },
    data: { forwardedAt: now, answerBy },
  });
  if (count !== 1) return;
  const { complainantEmail } = await tx.defamationNotice.findUniqueOrThrow({
    where: { reportId },
    select: { complainantEmail: true },
  });
  const until = { reportId, answerBy: lastDayOf(answerBy) };
  const technicianName = review.technician.name;
  await queueMail(noticeForAuthorMail({ ...until, to: review.author.email, technicianName }), tx);
  await queueMail(noticeSentMail({ ...until, to: complainantEmail, path: receiptPath(reportId) }), tx);
  await recordAudit({ actorId: null, action: "notice_forwarded", subjectKind: "report", subjectId: reportId }, tx);
}

/** From `since` on there are 48 hours to act; the moderators are told. They decide: the clock removes nothing. */
async function startActing(reportId: string, since: Date, tx: Db): Promise<void> {
  const actBy = addBusinessHours(since, NOTICE_HOURS);
  const { count } = await tx.defamationNotice.updateMany({
    where: { reportId, actBy: null, actedAt: null, answer: null },
    data: { actBy },
  });
  if (count !== 1) return;
  await tellModerators(reportId, actBy, tx);
  await recordAudit({ actorId: null, action: "notice_unanswered", subjectKind: "report", subjectId: reportId }, tx);
}

/** Every moderator gets it, since any of them may have to act. */
async function tellModerators(reportId: string, actBy: Date, tx: Db): Promise<void> {
  const moderators = await tx.user.findMany({
    where: { roles: { has: "moderator" }, suspendedAt: null },
    select: { id: true, email: true },
  });
  const time = actBy.toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  const words = `${londonDayInWords(actBy)}, ${time}`;
  for (const { id: userId, email: to } of moderators) {
    await queueMail(noticeToActMail({ reportId, to, userId, actBy: words }), tx);
  }
}

/** The last whole day before a midnight in London. */
function lastDayOf(midnight: Date): string {
  return londonDayInWords(new Date(midnight.getTime() - 1));
}
