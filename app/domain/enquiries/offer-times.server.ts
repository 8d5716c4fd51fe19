import { MOST_DAYS_AHEAD, MOST_OPEN_TIMES, threadChanged, TIMES_AT_ONCE } from "#app/domain/enquiries/enquiry.ts";
import type { ThreadKeeper, ThreadRefusal, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import { changeThread, findOwnThread, ownThread, statusNow } from "#app/domain/enquiries/own-thread.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type OfferedTimes = { times: readonly Date[]; minutes: number };
/** `time`: one of them is over, too far off or there already. `too_many`: enough stand open. */
export type OfferRefusal = ThreadRefusal | { kind: "time" } | { kind: "too_many" };

const isBookable = (at: Date, now: Date) =>
  at.getTime() > now.getTime() && at.getTime() <= now.getTime() + MOST_DAYS_AHEAD * DAY_MS;

/** Offers up to three times for a consultation, wherever one can still be booked or the client still waits. */
export async function offerTimes(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  { times, minutes }: OfferedTimes,
  now: Date,
): Promise<Result<null, OfferRefusal>> {
  const distinct = new Set(times.map((time) => time.getTime()));
  if (times.length === 0 || times.length > TIMES_AT_ONCE || distinct.size !== times.length) {
    return refuse({ kind: "time" });
  }
  if (!times.every((time) => isBookable(time, now))) return refuse({ kind: "time" });
  return db()
    .$transaction(async (tx): Promise<Result<null, OfferRefusal>> => {
      const thread = await findOwnThread(keeper, target.id, tx);
      if (thread === null) return refuse({ kind: "not_found" });
      if (thread.isBlocked) return refuse({ kind: "blocked" });
      const mayOffer = thread.status === "sent" || nextEnquiryStatus(thread.status, "book") !== null;
      if (!mayOffer) return refuse(threadChanged(thread.status));
      // Whoever changes the thread first goes on; the others have waited and see a new version.
      if (!(await changeThread(keeper, target, thread, { readAt: now }, tx))) {
        return refuse(threadChanged(await statusNow(target.id, tx)));
      }
      const open = await tx.proposedTime.count({
        where: { recipientId: target.id, withdrawnAt: null, acceptedAt: null, startsAt: { gt: now } },
      });
      if (open + times.length > MOST_OPEN_TIMES) throw new Refused({ kind: "too_many" });
      // One that was taken back can be offered again.
      await tx.proposedTime.deleteMany({
        where: { recipientId: target.id, startsAt: { in: [...times] }, withdrawnAt: { not: null } },
      });
      const data = times.map((startsAt) => ({ recipientId: target.id, startsAt, minutes, createdAt: now }));
      const { count } = await tx.proposedTime.createMany({ data, skipDuplicates: true });
      if (count !== times.length) throw new Refused({ kind: "time" });
      const entry = { actorId: keeper.userId, action: "times_offered", subjectKind: "enquiry", subjectId: target.id };
      await recordAudit(entry, tx);
      return ok(null);
    })
    .catch(refusedInside);
}

/** Leaves a transaction without what it did so far. */
class Refused extends Error {
  constructor(readonly reason: OfferRefusal) {
    super(reason.kind);
  }
}

function refusedInside(problem: unknown): Result<null, OfferRefusal> {
  if (problem instanceof Refused) return refuse(problem.reason);
  throw problem;
}

/** Takes a time back that nobody has accepted. */
export async function takeTimeBack(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  timeId: string,
  now: Date,
): Promise<Result<null, ThreadRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    const where = { id: timeId, recipientId: target.id, recipient: ownThread(keeper, target.id) };
    if (thread === null || (await tx.proposedTime.count({ where })) === 0) return refuse({ kind: "not_found" });
    const { count } = await tx.proposedTime.updateMany({
      where: { ...where, withdrawnAt: null, acceptedAt: null },
      data: { withdrawnAt: now },
    });
    if (count !== 1) return refuse(threadChanged(thread.status));
    const entry = { actorId: keeper.userId, action: "time_taken_back", subjectKind: "enquiry", subjectId: target.id };
    await recordAudit(entry, tx);
    return ok(null);
  });
}

/** A time of the list, or one that both agreed on in words. */
export type Booking = { timeId: string } | { at: Date };

/** Writes down when the consultation is, or moves it. */
export async function bookConsultation(
  keeper: ThreadKeeper,
  target: ThreadTarget,
  booking: Booking,
  now: Date,
): Promise<Result<null, OfferRefusal>> {
  return db().$transaction(async (tx) => {
    const thread = await findOwnThread(keeper, target.id, tx);
    if (thread === null) return refuse({ kind: "not_found" });
    const offered =
      "timeId" in booking
        ? await tx.proposedTime.findFirst({
            where: { id: booking.timeId, recipientId: target.id, withdrawnAt: null },
            select: { startsAt: true },
          })
        : null;
    if ("timeId" in booking && offered === null) return refuse({ kind: "not_found" });
    const bookedFor = "at" in booking ? booking.at : (offered?.startsAt ?? now);
    if (thread.isBlocked) return refuse({ kind: "blocked" });
    const toState = nextEnquiryStatus(thread.status, "book");
    if (toState === null) return refuse(threadChanged(thread.status));
    if (!isBookable(bookedFor, now)) return refuse({ kind: "time" });
    if (!(await changeThread(keeper, target, thread, { status: toState, bookedFor }, tx))) {
      return refuse(threadChanged(await statusNow(target.id, tx)));
    }
    const times = { recipientId: target.id, withdrawnAt: null };
    await tx.proposedTime.updateMany({ where: { ...times, startsAt: { not: bookedFor } }, data: { acceptedAt: null } });
    await tx.proposedTime.updateMany({ where: { ...times, startsAt: bookedFor }, data: { acceptedAt: now } });
    const entry = {
      actorId: keeper.userId,
      action: "consultation_booked",
      subjectKind: "enquiry",
      subjectId: target.id,
    };
    await recordAudit({ ...entry, fromState: thread.status, toState }, tx);
    return ok(null);
  });
}
