import { clearUpClaims } from "#app/domain/technicians/clear-up-claims.server.ts";
import { claimGrantedMail, claimRefusedMail, profileLostMail } from "#app/domain/technicians/claim-mails.ts";
import { claimDocumentPurgeAfter, nextClaimStatus } from "#app/domain/technicians/listing-claim.ts";
import { giveTechnicianRole, takeTechnicianRole } from "#app/domain/technicians/technician-role.server.ts";
import { openClaim } from "#app/domain/technicians/open-listing-claims.server.ts";
import type { LockedListing } from "#app/domain/technicians/open-listing-claims.server.ts";
import type { AuditEntry } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** A claim that is being granted, read while the row of its profile is locked. */
export type GrantedClaim = {
  id: string;
  version: number;
  status: "awaiting_code" | "awaiting_moderator";
  method: string;
  claimantId: string;
  documentId: string | null;
};

/** Who does it: the claimant by their proof, going on in the session that they prove it in, or a moderator. */
export type GrantedBy = { userId: string; keptSessionId: string | null };

/** Published or not: whoever keeps a profile can't dodge a claim by taking it off the site. */
const HANDED_OVER = ["draft", "published", "unclaimed"] as const;

/**
 * Makes the claimant the profile's keeper: role, owner, the claims that lose by it, what is told to whom. The caller has
 * locked the profile, says what its owner must be, and records the returned entries at the end of its transaction.
 * `changed`: claim or profile are no longer what was read. `keeps_another`: the claimant has got another profile
 * meanwhile. Where it is refused nothing was changed.
 */
export async function handOverProfile(
  listing: LockedListing,
  claim: GrantedClaim,
  by: GrantedBy,
  now: Date,
  tx: Db,
): Promise<Result<AuditEntry[], "changed" | "keeps_another">> {
  const { claimantId } = claim;
  const people = [claimantId, ...(listing.ownerId === null ? [] : [listing.ownerId])];
  // In one order, so that two hand-overs never wait for each other; also against another profile for the claimant.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ANY (${people}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const claimant = await tx.user.findFirst({
    where: { id: claimantId, suspendedAt: null },
    select: { email: true, technician: { select: { id: true } } },
  });
  const toState = nextClaimStatus(claim.status, claim.status === "awaiting_code" ? "prove" : "grant");
  const status = HANDED_OVER.find((one) => one === listing.status);
  if (claimant === null || toState === null || status === undefined) return refuse("changed");
  if (claimant.technician !== null) return refuse("keeps_another");

  const claimed = await tx.listingClaim.updateMany({
    where: { id: claim.id, version: claim.version, status: claim.status },
    data: { ...closed(now), status: toState },
  });
  if (claimed.count !== 1) return refuse("changed");
  const { count } = await tx.technician.updateMany({
    where: { id: listing.id, ownerId: listing.ownerId, status },
    data: { ownerId: claimantId },
  });
  // The row is locked: that it is another one than was read is a mistake of the caller's.
  if (count !== 1) throw new Error("The profile changed under its lock");
  await tx.technicianRevision.create({
    data: {
      technicianId: listing.id,
      section: "owner",
      changedById: by.userId,
      before: { isKept: listing.ownerId !== null },
      after: { isKept: true, method: claim.method },
      createdAt: now,
    },
    select: { id: true },
  });
  if (claim.documentId !== null) {
    const where = { id: claim.documentId };
    await tx.privateDocument.updateMany({ where, data: { purgeAfter: claimDocumentPurgeAfter(now, true) } });
  }
  const told = { claimId: claim.id, name: listing.name };
  const hasToSignIn = by.keptSessionId === null;
  await queueMail(claimGrantedMail(claimant.email, { ...told, hasToSignIn }), tx);
  if (listing.owner !== null) await queueMail(profileLostMail(listing.owner.email, told), tx);
  const lost = await closeLosers(listing, claim, by, now, tx);
  const taken = listing.ownerId === null ? [] : await takeTechnicianRole(listing.ownerId, by.userId, tx);
  const given = await giveTechnicianRole(claimantId, by, tx);
  const profile = { subjectKind: "technician", subjectId: listing.id };
  const handed = { actorId: by.userId, action: "profile_handed_over", ...profile, reason: claim.method };
  return ok([...lost, ...taken, ...given, handed]);
}

/** Columns of a claim that is over: nothing is left that could still be used. */
export function closed(now: Date) {
  return { closedAt: now, codeHash: null, codeExpiresAt: null, version: { increment: 1 } };
}

const REASON_WORDS = "somebody else has shown that this listing is theirs";

/** Ends the other open claims on the profile, and those of the new keeper on other profiles. */
async function closeLosers(
  listing: LockedListing,
  granted: GrantedClaim,
  by: GrantedBy,
  now: Date,
  tx: Db,
): Promise<AuditEntry[]> {
  const claims = await tx.listingClaim.findMany({
    where: {
      ...openClaim,
      id: { not: granted.id },
      OR: [{ technicianId: listing.id }, { claimantId: granted.claimantId }],
    },
    select: { id: true, status: true, claimantId: true, claimant: { select: { email: true } } },
  });
  const entries: AuditEntry[] = [];
  for (const { id, status: fromState, claimantId, claimant } of claims) {
    const isOwn = claimantId === granted.claimantId;
    const toState = isOwn ? ("withdrawn" as const) : ("refused" as const);
    const closedReason = isOwn ? null : ("better_proven_by_another" as const);
    const { count } = await tx.listingClaim.updateMany({
      where: { id, ...openClaim },
      data: { ...closed(now), status: toState, closedReason },
    });
    if (count !== 1) continue;
    await clearUpClaims([id], claimDocumentPurgeAfter(now, true), tx);
    if (!isOwn) {
      await queueMail(claimRefusedMail(claimant.email, { claimId: id, name: listing.name, reason: REASON_WORDS }), tx);
    }
    const action = isOwn ? "listing_claim_withdrawn" : "listing_claim_lost";
    const subject = { subjectKind: "listing_claim", subjectId: id };
    entries.push({ actorId: by.userId, action, ...subject, fromState, toState, reason: closedReason });
  }
  return entries;
}
