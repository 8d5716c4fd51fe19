import { nextReplyStatus } from "#app/domain/reviews/reply-states.ts";
import type { ReplyAuthor } from "#app/domain/reviews/send-reply.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type WithdrawReplyRefusal = "not_found" | "not_possible" | "changed";

/** Takes an own reply back, published or not; readers don't see it from then on. A new one may be written. */
export async function withdrawReply(
  { userId, technicianId }: ReplyAuthor,
  { reviewId, version }: { reviewId: string; version: number },
): Promise<Result<null, WithdrawReplyRefusal>> {
  return db().$transaction(async (tx) => {
    const where = { reviewId, review: { technicianId, technician: { ownerId: userId } } };
    const reply = await tx.reply.findFirst({ where, select: { status: true } });
    if (reply === null) return refuse("not_found");
    const toState = nextReplyStatus(reply.status, "withdraw");
    if (toState === null) return refuse("not_possible");
    const { count } = await tx.reply.updateMany({
      where: { ...where, version, status: reply.status },
      data: { status: toState, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changed");
    await tx.moderationClaim.deleteMany({ where: { subjectKind: "reply", subjectId: reviewId } });
    const entry = { actorId: userId, action: "reply_withdrawn", subjectKind: "reply", subjectId: reviewId };
    await recordAudit({ ...entry, fromState: reply.status, toState }, tx);
    return ok(null);
  });
}
