import type { EnquiryStatus, ThreadKeeper, ThreadTarget } from "#app/domain/enquiries/enquiry.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** A thread of the viewer's own profile: the owner stands in the condition itself (Z-03). */
export function ownThread({ userId, technicianId }: ThreadKeeper, id: string) {
  return { id, technicianId, technician: { ownerId: userId } } satisfies Prisma.EnquiryRecipientWhereInput;
}

export type OwnThread = {
  status: EnquiryStatus;
  version: number;
  isBlocked: boolean;
  answeredAt: Date | null;
  treatedOn: Date | null;
  sentAt: Date;
};

export async function findOwnThread(keeper: ThreadKeeper, id: string, tx: Db): Promise<OwnThread | null> {
  const row = await tx.enquiryRecipient.findFirst({
    where: ownThread(keeper, id),
    select: { status: true, version: true, blockedAt: true, answeredAt: true, treatedOn: true, createdAt: true },
  });
  if (row === null) return null;
  const { blockedAt, createdAt, ...rest } = row;
  return { ...rest, isBlocked: blockedAt !== null, sentAt: createdAt };
}

/**
 * Changes a thread if it still is what the form showed. False when somebody was faster: of many at once one wins, and
 * `isBlocked` in the condition keeps a message from entering a thread that is being blocked.
 */
export async function changeThread(
  keeper: ThreadKeeper,
  { id, version }: ThreadTarget,
  from: Pick<OwnThread, "status" | "isBlocked">,
  change: Prisma.EnquiryRecipientUpdateManyMutationInput,
  tx: Db,
): Promise<boolean> {
  const { count } = await tx.enquiryRecipient.updateMany({
    where: {
      ...ownThread(keeper, id),
      version,
      status: from.status,
      blockedAt: from.isBlocked ? { not: null } : null,
    },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** What a thread is now, for the words of a refusal. */
export async function statusNow(id: string, tx: Db): Promise<EnquiryStatus> {
  const row = await tx.enquiryRecipient.findUniqueOrThrow({ where: { id }, select: { status: true } });
  return row.status;
}
