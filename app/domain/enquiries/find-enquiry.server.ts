import type { Brief, EnquiryStatus, ThreadKeeper } from "#app/domain/enquiries/enquiry.ts";
import { nextEnquiryStatus } from "#app/domain/enquiries/enquiry-states.ts";
import { ownThread } from "#app/domain/enquiries/own-thread.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Messages that a page shows; a thread that is longer shows its newest. */
const MOST_MESSAGES = 200;

export type ThreadView = {
  id: string;
  status: EnquiryStatus;
  version: number;
  clientName: string;
  sentAt: string;
  brief: Brief | null;
  messages: { id: string; isOwn: boolean; text: string; at: string }[];
  /** Times that were offered and not taken back, soonest first. */
  times: { id: string; startsAt: string; minutes: number; isAccepted: boolean; isOver: boolean }[];
  bookedFor: string | null;
  treatedOn: string | null;
  isBlocked: boolean;
  can: { answer: boolean; offer: boolean; book: boolean; treat: boolean; decline: boolean; close: boolean };
};

const brief = {
  concern: true,
  scale: true,
  scaleBand: true,
  skinType: true,
  scars: true,
  hairlineStyle: true,
  wishes: true,
  budgetFrom: true,
  budgetTo: true,
  currency: true,
  preferredDates: true,
  questions: true,
} as const;

/**
 * A thread of the viewer's own profile with everything in it; null for anybody else's. Of the client it tells the name
 * that they chose, and nothing more.
 */
export async function findEnquiry(
  keeper: ThreadKeeper,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<ThreadView | null> {
  const row = await tx.enquiryRecipient.findFirst({
    where: ownThread(keeper, id),
    select: {
      id: true,
      status: true,
      version: true,
      createdAt: true,
      bookedFor: true,
      treatedOn: true,
      blockedAt: true,
      enquiry: { select: { author: { select: { displayName: true } }, brief: { select: brief } } },
      messages: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: MOST_MESSAGES,
        select: { id: true, authorId: true, text: true, createdAt: true },
      },
      proposedTimes: {
        where: { withdrawnAt: null },
        orderBy: { startsAt: "asc" },
        select: { id: true, startsAt: true, minutes: true, acceptedAt: true },
      },
    },
  });
  if (row === null) return null;
  const isBlocked = row.blockedAt !== null;
  const may = (event: Parameters<typeof nextEnquiryStatus>[1]) => nextEnquiryStatus(row.status, event) !== null;
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    clientName: row.enquiry.author.displayName,
    sentAt: row.createdAt.toISOString(),
    brief: row.enquiry.brief,
    messages: row.messages.reverse().map(({ id: messageId, authorId, text, createdAt }) => ({
      id: messageId,
      isOwn: authorId === keeper.userId,
      text,
      at: createdAt.toISOString(),
    })),
    times: row.proposedTimes.map(({ id: timeId, startsAt, minutes, acceptedAt }) => ({
      id: timeId,
      startsAt: startsAt.toISOString(),
      minutes,
      isAccepted: acceptedAt !== null,
      isOver: startsAt <= now,
    })),
    bookedFor: row.bookedFor?.toISOString() ?? null,
    treatedOn: row.treatedOn?.toISOString().slice(0, 10) ?? null,
    isBlocked,
    can: {
      answer: may("answer") && !isBlocked,
      offer: (row.status === "sent" || may("book")) && !isBlocked,
      book: may("book") && !isBlocked,
      treat: may("treat"),
      decline: may("decline"),
      close: may("close"),
    },
  };
}

/** Notes that the viewer has opened a thread: what is in it by now is read. It changes no version. */
export async function markEnquiryRead(keeper: ThreadKeeper, id: string, now: Date, tx: Db = db()): Promise<void> {
  await tx.enquiryRecipient.updateMany({ where: ownThread(keeper, id), data: { readAt: now } });
}
