import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import { threadChanged } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadKeeper, ThreadRefusal, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import { changeThread, findOwnThread, statusNow } from "#app/domain/enquiries/own-thread.server.ts";
import { recomputeResponseTime } from "#app/domain/enquiries/recompute-response-time.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** How a technician answers: with words that go on, or with a no, which may be without words. */
export type Answer = { event: "answer"; text: string } | { event: "decline"; text: string | null };

/**
 * Writes to the client. The first answer, a no included, ends the clock of the response time, which is brought up to
 * date in the same transaction.
 */
export async function answerEnquiry(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  { event, text }: Answer,
  now: Date,
): Promise<Result<null, ThreadRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    if (thread === null) return refuse({ kind: "not_found" });
    if (thread.isBlocked && text !== null) return refuse({ kind: "blocked" });
    const toState = nextEnquiryStatus(thread.status, event);
    if (toState === null) return refuse(threadChanged(thread.status));
    const change = { status: toState, answeredAt: thread.answeredAt ?? now, readAt: now };
    if (!(await changeThread(keeper, target, thread, change, tx))) {
      return refuse(threadChanged(await statusNow(target.id, tx)));
    }
    if (text !== null) {
      await tx.enquiryMessage.create({
        data: { recipientId: target.id, authorId: keeper.userId, text, createdAt: now },
        select: { id: true },
      });
    }
    if (thread.answeredAt === null) await recomputeResponseTime(keeper.technicianId, now, tx);
    const action = event === "decline" ? "enquiry_declined" : "enquiry_answered";
    const entry = { actorId: keeper.userId, action, subjectKind: "enquiry", subjectId: target.id };
    await recordAudit({ ...entry, fromState: thread.status, toState }, tx);
    return ok(null);
  });
}
