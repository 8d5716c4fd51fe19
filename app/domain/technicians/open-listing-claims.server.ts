import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { claimObjectionMail } from "#app/domain/technicians/claim-mails.ts";
import { objectionDeadline, OPEN_CLAIM_STATUSES } from "#app/domain/technicians/listing-claim.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** A profile that claims are about, as it is while its row is locked. */
export type LockedListing = {
  id: string;
  slug: string;
  name: string;
  status: "draft" | "published" | "unclaimed" | "suspended";
  websiteUrl: string | null;
  ownerId: string | null;
  owner: { email: string } | null;
};

/**
 * Locks the profile that claims are about: whatever is claimed, proven and decided about one profile happens one after
 * the other. Null where there is none.
 */
export async function lockListing(id: string, tx: Db): Promise<LockedListing | null> {
  await tx.$queryRaw`SELECT 1 FROM "Technician" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.technician.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      name: true,
      status: true,
      websiteUrl: true,
      ownerId: true,
      owner: { select: { email: true } },
    },
  });
}

export const openClaim = { status: { in: [...OPEN_CLAIM_STATUSES] } } satisfies Prisma.ListingClaimWhereInput;

/**
 * Asks whoever keeps the profile what they say against a claim that a moderator is to decide. Returns the columns of
 * the claim that hold it; nothing for a profile that nobody keeps.
 */
export async function askKeeper(claimId: string, listing: LockedListing, now: Date, tx: Db) {
  if (listing.ownerId === null || listing.owner === null) return { earlierOwnerId: null, objectBy: null };
  const objectBy = objectionDeadline(now);
  const until = objectBy.toISOString().slice(0, 10);
  await queueMail(claimObjectionMail(listing.owner.email, { claimId, name: listing.name, until }), tx);
  return { earlierOwnerId: listing.ownerId, objectBy };
}
