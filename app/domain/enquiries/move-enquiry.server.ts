import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import { threadChanged } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadKeeper, ThreadRefusal, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import { changeThread, findOwnThread, statusNow } from "#app/domain/enquiries/own-thread.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Ends a thread that came to nothing. */
export async function closeEnquiry(keeper: ThreadKeeper, target: ThreadTarget): Promise<Result<null, ThreadRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    if (thread === null) return refuse({ kind: "not_found" });
    const toState = nextEnquiryStatus(thread.status, "close");
    if (toState === null) return refuse(threadChanged(thread.status));
    if (!(await changeThread(keeper, target, thread, { status: toState }, tx))) {
      return refuse(threadChanged(await statusNow(target.id, tx)));
    }
    const entry = { actorId: keeper.userId, action: "enquiry_closed", subjectKind: "enquiry", subjectId: target.id };
    await recordAudit({ ...entry, fromState: thread.status, toState }, tx);
    return ok(null);
  });
}

/** Stops messages in a thread, from either side, or lets them through again. Doing it twice changes nothing. */
export async function setThreadBlock(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  isBlocked: boolean,
  now: Date,
): Promise<Result<null, ThreadRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    if (thread === null) return refuse({ kind: "not_found" });
    if (thread.isBlocked === isBlocked) return ok(null);
    if (!(await changeThread(keeper, target, thread, { blockedAt: isBlocked ? now : null }, tx))) {
      return refuse(threadChanged(await statusNow(target.id, tx)));
    }
    const action = isBlocked ? "enquiry_blocked" : "enquiry_unblocked";
    await recordAudit({ actorId: keeper.userId, action, subjectKind: "enquiry", subjectId: target.id }, tx);
    return ok(null);
  });
}
