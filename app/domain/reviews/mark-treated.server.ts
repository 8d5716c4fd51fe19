import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import { threadChanged } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadKeeper, ThreadRefusal, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import { changeThread, findOwnThread, ownThread, statusNow } from "#app/domain/enquiries/own-thread.server.ts";
import { lockVisitCodes } from "#app/domain/reviews/make-visit-code.server.ts";
import { sendInvitation } from "#app/domain/reviews/send-invitation.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** `day`: before the enquiry was sent, or in the future. */
export type TreatRefusal = ThreadRefusal | { kind: "day" };

/**
 * Notes that a client who enquired here was treated, and on which day. Whoever that is, they are invited to review: the
 * technician can't leave anybody out.
 */
export async function markTreated(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  treatedOn: string,
  now: Date,
): Promise<Result<null, TreatRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    if (thread === null) return refuse({ kind: "not_found" });
    const toState = nextEnquiryStatus(thread.status, "treat");
    if (toState === null) return refuse(threadChanged(thread.status));
    const day = (date: Date) => date.toISOString().slice(0, 10);
    if (treatedOn > day(now) || treatedOn < day(thread.sentAt)) return refuse({ kind: "day" });
    const change = { status: toState, treatedOn: new Date(treatedOn) };
    if (!(await changeThread(keeper, target, thread, change, tx))) {
      return refuse(threadChanged(await statusNow(target.id, tx)));
    }
    const { technician, enquiry } = await tx.enquiryRecipient.findFirstOrThrow({
      where: ownThread(keeper, target.id),
      select: {
        technician: { select: { id: true, slug: true, name: true } },
        enquiry: { select: { author: { select: { email: true } } } },
      },
    });
    await lockVisitCodes(keeper.technicianId, tx);
    await sendInvitation(technician, enquiry.author.email, "enquiry", now, tx);
    const entry = { actorId: keeper.userId, action: "enquiry_treated", subjectKind: "enquiry", subjectId: target.id };
    await recordAudit({ ...entry, fromState: thread.status, toState }, tx);
    return ok(null);
  });
}
