import { nextReplyStatus } from "#app/domain/reviews/reply-states.ts";
import type { AdditionStatus } from "#app/domain/reviews/addition-states.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { REVIEWS_PER_PAGE } from "#app/domain/reviews/review.ts";
import type { ReplyAuthor } from "#app/domain/reviews/send-reply.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { shownPage } from "#app/platform/paging.ts";

/** A review of the viewer's own profile, with what became of the reply. */
export type StudioReview = {
  id: string;
  authorName: string;
  title: string;
  text: string;
  overall: number | null;
  publishedOn: string;
  isUnderInvestigation: boolean;
  isSample: boolean;
  reply: {
    status: AdditionStatus;
    version: number;
    text: string;
    reason: ReviewReason | null;
    /** What the moderator wrote, where the reply was not published. */
    note: string | null;
  } | null;
  can: { reply: boolean; withdraw: boolean };
};

export type StudioReviews = { slug: string; reviews: StudioReview[]; page: number; pageCount: number };

/** One page of the reviews that readers see on the viewer's own profile, newest first. */
export async function listStudioReviews(
  { userId, technicianId }: ReplyAuthor,
  page: number,
  tx: Db = db(),
): Promise<StudioReviews | null> {
  const technician = await tx.technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: { slug: true },
  });
  if (technician === null) return null;
  const where = {
    technicianId,
    status: { in: ["published" as const, "under_investigation" as const] },
    isHidden: false,
  };
  const shown = shownPage(page, await tx.review.count({ where }), REVIEWS_PER_PAGE);
  const rows = await tx.review.findMany({
    where,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    skip: shown.offset,
    take: REVIEWS_PER_PAGE,
    select: {
      id: true,
      title: true,
      text: true,
      overall: true,
      status: true,
      isSample: true,
      publishedAt: true,
      author: { select: { displayName: true } },
      reply: { select: { status: true, version: true, text: true, closedReason: true } },
    },
  });
  const notes = await notesOf(
    rows.flatMap(({ id, reply }) => (reply === null || reply.closedReason === null ? [] : [id])),
    tx,
  );
  const reviews = rows.map(
    ({ id, title, text, overall, status, isSample, publishedAt, author, reply }): StudioReview => {
      const replyStatus = reply?.status ?? "draft";
      return {
        id,
        title,
        text,
        overall,
        isSample,
        authorName: author?.displayName ?? "A former member",
        publishedOn: (publishedAt ?? new Date(0)).toISOString().slice(0, 10),
        isUnderInvestigation: status === "under_investigation",
        reply: reply && {
          status: reply.status,
          version: reply.version,
          text: reply.text,
          reason: reply.closedReason,
          note: notes.get(id) ?? null,
        },
        can: {
          reply: nextReplyStatus(replyStatus, "submit") !== null,
          withdraw: reply !== null && nextReplyStatus(reply.status, "withdraw") !== null,
        },
      };
    },
  );
  return { slug: technician.slug, reviews, page: shown.page, pageCount: shown.pageCount };
}

/** The newest decision's words about each reply. */
async function notesOf(reviewIds: string[], tx: Db): Promise<Map<string, string | null>> {
  if (reviewIds.length === 0) return new Map();
  const decisions = await tx.moderationDecision.findMany({
    where: { subjectKind: "reply", subjectId: { in: reviewIds } },
    orderBy: { subjectVersion: "asc" },
    select: { subjectId: true, note: true },
  });
  return new Map(decisions.map(({ subjectId, note }) => [subjectId, note]));
}
