import type { Db } from "#app/platform/db.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/**
 * A notice about a review of the viewer's own, once it was sent to them. Who complained is in it only if they agreed.
 * Null for anybody else, and for a notice that the clock has not sent yet.
 */
export async function findOwnNotice(viewer: Pick<Viewer, "userId">, reportId: string, now: Date, tx: Db = db()) {
  if (!isRowId(reportId)) return null;
  const notice = await tx.defamationNotice.findUnique({
    where: { reportId, forwardedAt: { not: null } },
    include: { report: { select: { subjectId: true, subjectKind: true, status: true } } },
  });
  if (notice?.report.subjectKind !== "review" || notice.answerBy === null) return null;
  const review = await tx.review.findFirst({
    where: { id: notice.report.subjectId, authorId: viewer.userId },
    select: { id: true, title: true, text: true, technician: { select: { name: true, slug: true } } },
  });
  if (review === null) return null;
  const { complainantName, complainantEmail, isIdentityShared, quotedWords, meaning, statement } = notice;
  const { answer, answeredAt, answerBy, isContactShared } = notice;
  const isOpen = notice.report.status === "open" || notice.report.status === "claimed";
  return {
    reviewId: review.id,
    title: review.title,
    text: review.text,
    technicianName: review.technician.name,
    slug: review.technician.slug,
    complainant: isIdentityShared ? { name: complainantName, address: complainantEmail } : null,
    quotedWords,
    meaning,
    statement,
    answerBy,
    answer,
    answeredAt,
    isContactShared,
    can: { answer: isOpen && answer === null && now < answerBy },
  };
}
