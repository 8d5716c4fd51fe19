import { randomUUID } from "node:crypto";
import type { DocumentRefusal } from "#app/domain/media/document.ts";
import { keepDocument } from "#app/domain/media/keep-document.server.ts";
import { isStudioAddress } from "#app/domain/technicians/claim-domain.server.ts";
import { claimLinkMail } from "#app/domain/technicians/claim-mails.ts";
import { hashClaimSecret, newClaimToken } from "#app/domain/technicians/claim-secrets.server.ts";
import { claimDocumentPurgeAfter, CODE_LIFE_MS } from "#app/domain/technicians/listing-claim.ts";
import type { PassedOnMethod } from "#app/domain/technicians/listing-claim.ts";
import { askKeeper, lockListing } from "#app/domain/technicians/open-listing-claims.server.ts";
import type { LockedListing } from "#app/domain/technicians/open-listing-claims.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Claimant = Pick<Viewer, "userId" | "isEmailVerified">;

export type ListingClaimInput = {
  technicianId: string;
  /** Who they say they are to this studio. */
  statement: string;
  proof:
    | { method: "domain_email"; address: string }
    | { method: PassedOnMethod }
    | { method: "documents"; bytes: Uint8Array };
};

/**
 * `not_found`: nobody whom readers see. `not_verified`: the claimant's own address waits to be confirmed.
 * `keeps_another`: one account keeps one profile. `other_domain`: the mailbox is not the studio's. `open_already`: the
 * claimant has a claim on this listing that is not over.
 */
export type StartClaimRefusal =
  "not_found" | "not_verified" | "keeps_another" | "other_domain" | "open_already" | DocumentRefusal;

/**
 * Takes in a claim on a listing, or on a profile that somebody else keeps. What a document should prove goes to a
 * moderator at once; a link is mailed to the studio's domain; a code is for a moderator to make. Of many claims of one
 * person on one listing the database takes one (Z-06).
 */
export async function startListingClaim(
  viewer: Claimant,
  { technicianId, statement, proof }: ListingClaimInput,
  now: Date,
): Promise<Result<{ claimId: string }, StartClaimRefusal>> {
  if (!viewer.isEmailVerified) return refuse("not_verified");
  const early = await findObstacle(viewer, technicianId, proof, db());
  if (early !== null) return refuse(early);
  let documentId: string | null = null;
  if (proof.method === "documents") {
    const kept = await keepDocument(viewer.userId, proof.bytes, now);
    if (!kept.ok) return kept;
    ({ documentId } = kept.value);
  }
  return db()
    .$transaction(async (tx) => {
      const listing = await lockListing(technicianId, tx);
      const obstacle = await findObstacle(viewer, technicianId, proof, tx);
      if (listing === null || obstacle !== null) return refuse(obstacle ?? "not_found");
      const claimId = randomUUID();
      const claim = {
        id: claimId,
        technicianId,
        claimantId: viewer.userId,
        method: proof.method,
        statement,
        documentId,
      };
      const state = await firstState(claimId, listing, proof, now, tx);
      const { count } = await tx.listingClaim.createMany({
        data: [{ ...claim, ...state, createdAt: now }],
        skipDuplicates: true,
      });
      // Undoes the mail, too: it is of the same transaction.
      if (count !== 1) throw new AlreadyOpen();
      if (documentId !== null) {
        const where = { id: documentId, ownerId: viewer.userId };
        await tx.privateDocument.updateMany({ where, data: { purgeAfter: claimDocumentPurgeAfter(now, false) } });
      }
      const entry = { actorId: viewer.userId, action: "listing_claimed", subjectKind: "listing_claim" };
      await recordAudit({ ...entry, subjectId: claimId, toState: state.status, reason: proof.method }, tx);
      return ok({ claimId });
    })
    .catch((problem: unknown) => {
      if (problem instanceof AlreadyOpen) return refuse("open_already" as const);
      throw problem;
    });
}

class AlreadyOpen extends Error {}

async function findObstacle(
  { userId }: Claimant,
  technicianId: string,
  proof: ListingClaimInput["proof"],
  tx: Db,
): Promise<StartClaimRefusal | null> {
  const listing = await tx.technician.findFirst({
    where: { id: technicianId, status: { in: ["published", "unclaimed"] } },
    select: { websiteUrl: true },
  });
  if (listing === null) return "not_found";
  if ((await tx.technician.count({ where: { ownerId: userId } })) > 0) return "keeps_another";
  if (proof.method !== "domain_email") return null;
  const { websiteUrl } = listing;
  return websiteUrl !== null && isStudioAddress(proof.address, websiteUrl) ? null : "other_domain";
}

async function firstState(
  claimId: string,
  listing: LockedListing,
  proof: ListingClaimInput["proof"],
  now: Date,
  tx: Db,
) {
  if (proof.method === "documents") {
    const asked = await askKeeper(claimId, listing, now, tx);
    return { status: "awaiting_moderator" as const, submittedAt: now, ...asked };
  }
  const awaiting = { status: "awaiting_code" as const, earlierOwnerId: listing.ownerId };
  if (proof.method !== "domain_email") return awaiting;
  const token = newClaimToken();
  await queueMail(claimLinkMail(proof.address, { claimId, name: listing.name, token }), tx);
  const codeExpiresAt = new Date(now.getTime() + CODE_LIFE_MS.domain_email);
  return { ...awaiting, email: proof.address, codeHash: hashClaimSecret(claimId, token), codeExpiresAt };
}
