import { nextReplyStatus } from "#app/domain/reviews/reply-states.ts";
import type { AdditionStatus } from "#app/domain/reviews/addition-states.ts";
import { findReplyWarnings } from "#app/domain/reviews/reply-warnings.ts";
import type { ReplyWarning } from "#app/domain/reviews/reply-warnings.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Whoever keeps the profile that a review is about. */
export type ReplyAuthor = { userId: string; technicianId: string };

export type ReplyInput = {
  reviewId: string;
  /** Of the reply that was shown; 0 when there was none. */
  version: number;
  text: string;
  /** The writer looked at the warnings and wants to send it all the same. */
  isChecked: boolean;
};

/**
 * `not_found`: no review of the viewer's own profile that readers see. `not_possible`: the reply is decided for good, or
 * published as it is. `changed`: it was sent or decided since the form was opened. `warnings`: the words may reveal the
 * client, and nobody said that they were looked at.
 */
export type SendReplyRefusal =
  { kind: "not_found" | "not_possible" | "changed" } | { kind: "warnings"; warnings: ReplyWarning[] };

/** A review of the viewer's own profile that readers see: before that there is nothing to reply to (Z-06). */
function repliableReview({ userId, technicianId }: ReplyAuthor, reviewId: string) {
  return {
    id: reviewId,
    technicianId,
    technician: { ownerId: userId },
    status: { in: ["published", "under_investigation"] },
    isHidden: false,
  } satisfies NonNullable<Parameters<Db["review"]["findFirst"]>[0]>["where"];
}

/** Sends a reply to the moderators: the first one, or a changed one while it waits or after a moderator asked for it. */
export async function sendReply(
  viewer: ReplyAuthor,
  { reviewId, version, text, isChecked }: ReplyInput,
  now: Date,
): Promise<Result<null, SendReplyRefusal>> {
  return db().$transaction(async (tx) => {
    const review = await tx.review.findFirst({
      where: repliableReview(viewer, reviewId),
      select: {
        text: true,
        title: true,
        author: { select: { displayName: true } },
        technician: { select: { name: true } },
        reply: { select: { status: true } },
      },
    });
    if (review === null) return refuse({ kind: "not_found" });
    const fromState = review.reply?.status ?? null;
    if (fromState !== null && nextReplyStatus(fromState, "submit") === null) return refuse({ kind: "not_possible" });
    const warnings = findReplyWarnings(text, {
      authorName: review.author?.displayName ?? "",
      technicianName: review.technician.name,
      reviewText: `${review.title}\n${review.text}`,
    });
    if (warnings.length > 0 && !isChecked) return refuse({ kind: "warnings", warnings });
    if (!(await write({ reviewId, version, text, fromState }, now, tx))) return refuse({ kind: "changed" });
    const entry = { actorId: viewer.userId, action: "reply_sent", subjectKind: "reply", subjectId: reviewId };
    await recordAudit({ ...entry, fromState, toState: "pending" }, tx);
    return ok(null);
  });
}

type Write = Pick<ReplyInput, "reviewId" | "version" | "text"> & { fromState: AdditionStatus | null };

/** False when somebody was faster: of many first replies the primary key takes one, of many changes the version. */
async function write({ reviewId, version, text, fromState }: Write, now: Date, tx: Db): Promise<boolean> {
  if (fromState === null) {
    const data = [{ reviewId, status: "pending" as const, text, submittedAt: now }];
    return (await tx.reply.createMany({ data, skipDuplicates: true })).count === 1;
  }
  const isWaiting = fromState === "pending";
  const { count } = await tx.reply.updateMany({
    where: { reviewId, version, status: fromState },
    data: {
      status: "pending",
      text,
      closedReason: null,
      version: { increment: 1 },
      // What waits keeps its place; what comes back gets in line again.
      ...(isWaiting ? {} : { submittedAt: now, publishedAt: null }),
    },
  });
  return count === 1;
}
