import { z } from "zod";
import { ENQUIRY_STATUSES } from "#app/domain/enquiries/enquiry.ts";
import type { EnquiryStatus, ThreadKeeper } from "#app/domain/enquiries/enquiry.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { shownPage } from "#app/platform/paging.ts";

const PER_PAGE = 20;
const EXCERPT = 160;

export type ListedEnquiry = {
  id: string;
  clientName: string;
  status: EnquiryStatus;
  sentOn: string;
  /** Something in it was not opened yet. */
  isUnread: boolean;
  isBlocked: boolean;
  /** Whole days that the client has waited for a first answer; null once there is one or none is due. */
  daysWaiting: number | null;
  bookedFor: string | null;
  excerpt: string;
};

export type Inbox = {
  enquiries: ListedEnquiry[];
  /** How many there are in each state. */
  counts: Record<EnquiryStatus, number>;
  /** Threads with something that was not opened yet, in all states together. */
  unread: number;
  page: number;
  pageCount: number;
};

/** One page of the enquiries to the viewer's own profile, newest first, of one state or of all. */
export async function listEnquiries(
  { userId, technicianId }: ThreadKeeper,
  { status, page }: { status: EnquiryStatus | null; page: number },
  now: Date,
  tx: Db = db(),
): Promise<Inbox> {
  const own = { technicianId, technician: { ownerId: userId } };
  const where = status === null ? own : { ...own, status };
  const [grouped, unread] = await Promise.all([
    tx.enquiryRecipient.groupBy({ by: ["status"], where: own, _count: { _all: true } }),
    countUnread({ userId, technicianId }, tx),
  ]);
  const counts = Object.fromEntries(ENQUIRY_STATUSES.map((each) => [each, 0])) as Record<EnquiryStatus, number>;
  for (const group of grouped) counts[group.status] = group._count._all;
  const total = status === null ? ENQUIRY_STATUSES.reduce((sum, each) => sum + counts[each], 0) : counts[status];
  const shown = shownPage(page, total, PER_PAGE);
  const rows = await tx.enquiryRecipient.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: shown.offset,
    take: PER_PAGE,
    select: {
      id: true,
      status: true,
      createdAt: true,
      readAt: true,
      blockedAt: true,
      bookedFor: true,
      enquiry: { select: { author: { select: { displayName: true } }, brief: { select: { wishes: true } } } },
      messages: {
        where: { authorId: { not: userId } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { createdAt: true },
      },
    },
  });
  const enquiries = rows.map(({ id, status: state, createdAt, readAt, blockedAt, bookedFor, enquiry, messages }) => ({
    id,
    clientName: enquiry.author.displayName,
    status: state,
    sentOn: createdAt.toISOString().slice(0, 10),
    isUnread: readAt === null || messages.some((message) => message.createdAt > readAt),
    isBlocked: blockedAt !== null,
    daysWaiting: state === "sent" ? Math.floor((now.getTime() - createdAt.getTime()) / DAY_MS) : null,
    bookedFor: state === "consultation_booked" ? (bookedFor?.toISOString() ?? null) : null,
    excerpt: shorten(enquiry.brief?.wishes ?? ""),
  }));
  return { enquiries, counts, unread, page: shown.page, pageCount: shown.pageCount };
}

/** Threads with something in them that was not opened yet: the whole, or what the client wrote since. */
async function countUnread({ userId, technicianId }: ThreadKeeper, tx: Db): Promise<number> {
  const [counted] = await tx.$queryRaw<unknown[]>`
    SELECT count(*)::int AS unread FROM "EnquiryRecipient" r JOIN "Technician" t ON t.id = r."technicianId"
    WHERE r."technicianId" = ${technicianId}::uuid AND t."ownerId" = ${userId}::uuid
      AND (r."readAt" IS NULL OR EXISTS (SELECT 1 FROM "EnquiryMessage" m
        WHERE m."recipientId" = r.id AND m."authorId" <> ${userId}::uuid AND m."createdAt" > r."readAt"))`;
  return z.object({ unread: z.number().int() }).parse(counted).unread;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT).join("").trimEnd()}…`;
}
