import { randomUUID } from "node:crypto";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import type { SeedStudio } from "./seed-part.ts";

const STATEMENT = "private-claim-statement";
const OBJECTION = "private-claim-objection";

/**
 * Claims on listings: the client's own on an unclaimed listing, waiting for a moderator, and a stranger's on the
 * technician's profile, against which the technician said something.
 */
export const seed: SeedStudio = async ({ client, stranger, technician }, technicianId) => {
  const listing = technicianRow({
    slug: "crown-street",
    name: "Crown Street",
    status: "unclaimed",
    websiteUrl: "https://crown-street.example/",
    listingSource: "toronto-bodysafe",
    listingRecord: "claims",
    listingSnapshotOn: new Date("2026-01-01"),
  });
  // Nobody has claimed this one: its page shows the form.
  const free = technicianRow({ ...listing, id: randomUUID(), slug: "free-street", listingRecord: "free" });
  await db().technician.createMany({ data: [listing, free] });
  const ownClaim = randomUUID();
  const contested = randomUUID();
  const now = new Date();
  const waits = { status: "awaiting_moderator", method: "documents", statement: STATEMENT, submittedAt: now } as const;
  await db().listingClaim.createMany({
    data: [
      { ...waits, id: ownClaim, technicianId: listing.id, claimantId: client.id },
      {
        ...waits,
        id: contested,
        technicianId,
        claimantId: stranger.id,
        earlierOwnerId: technician.id,
        objectBy: now,
        objection: OBJECTION,
        objectedAt: now,
      },
      {
        id: randomUUID(),
        status: "awaiting_code",
        method: "post_code",
        technicianId: listing.id,
        claimantId: stranger.id,
      },
    ],
  });
  return {
    ids: { ownClaim, contestedClaim: contested },
    secrets: [STATEMENT, OBJECTION],
    knownTo: { [STATEMENT]: ["client", "moderator"], [OBJECTION]: ["technician", "moderator"] },
  };
};
