import { reviewReceivedMail } from "#app/domain/reviews/review-mails.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/**
 * Sends on the reviews that waited for their author's e-mail address: call it once the address is confirmed. While it
 * isn't, nothing happens; calling it twice changes nothing more. Their time in the queue begins now, when a moderator
 * can first see them. Returns how many were sent on.
 */
export async function releaseWaitingReviews(userId: string, now: Date): Promise<number> {
  return db().$transaction(async (tx) => {
    const author = await tx.user.findFirst({
      where: { id: userId, emailVerifiedAt: { not: null } },
      select: { email: true },
    });
    if (author === null) return 0;
    const released = await tx.review.updateManyAndReturn({
      where: { authorId: userId, status: "awaiting_contact" },
      data: { status: "pending", version: { increment: 1 }, submittedAt: now },
      select: { id: true, version: true, technician: { select: { name: true } } },
    });
    if (released.length === 0) return 0;
    const ids = released.map(({ id }) => id);
    const level = "contact_confirmed" as const;
    await tx.review.updateMany({ where: { id: { in: ids }, proofLevel: "unconfirmed" }, data: { proofLevel: level } });
    await tx.visitProof.updateMany({ where: { reviewId: { in: ids }, level: "unconfirmed" }, data: { level } });
    for (const { id, version, technician } of released) {
      await queueMail(
        reviewReceivedMail({ reviewId: id, version, to: author.email, technicianName: technician.name }),
        tx,
      );
    }
    const entry = { actorId: userId, action: "review_contact_confirmed", subjectKind: "review" };
    const states = { fromState: "awaiting_contact", toState: "pending" };
    await recordAudits(
      ids.map((subjectId) => ({ ...entry, subjectId, ...states })),
      tx,
    );
    return released.length;
  });
}
