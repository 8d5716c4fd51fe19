import { whileRenewing } from "#app/domain/accounts/renewing-session.server.ts";
import { isClaimSecret } from "#app/domain/technicians/claim-secrets.server.ts";
import { closed, handOverProfile } from "#app/domain/technicians/hand-over-profile.server.ts";
import { CODE_TRIES, normaliseClaimCode } from "#app/domain/technicians/listing-claim.ts";
import { askKeeper, lockListing, openClaim } from "#app/domain/technicians/open-listing-claims.server.ts";
import { recordAudit, recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Claimant = Pick<Viewer, "userId" | "sessionId">;
export type ClaimProof = { kind: "link"; token: string } | { kind: "code"; code: string };

/**
 * `not_found`: no claim of the viewer's. `over`: it waits for no link or code, or for another one, or its time is over.
 * `void`: wrong for the last time, the claim has lapsed. `keeps_another`: one account keeps one profile. `gone`: the
 * session was ended meanwhile.
 */
export type ProveRefusal =
  { kind: "not_found" | "over" | "void" | "keeps_another" | "gone" } | { kind: "wrong"; triesLeft: number };

/** `sessionToken`: what the browser goes on with, since a role was given. */
export type Proven = { outcome: "granted"; sessionToken: string } | { outcome: "awaiting_moderator" };

/**
 * Takes the link or the code of an own claim: the profile is the claimant's at once, unless somebody keeps it already
 * or another claim on it is open, which is for a moderator to decide. Whatever happens to one profile happens one after
 * the other, so of any number of proofs at once one is granted.
 */
export async function proveListingClaim(
  viewer: Claimant,
  claimId: string,
  proof: ClaimProof,
  now: Date,
): Promise<Result<Proven, ProveRefusal>> {
  const where = { id: claimId, claimantId: viewer.userId };
  const proven = await whileRenewing<Proven, ProveRefusal>(viewer.sessionId, async (tx, renew) => {
    const found = await tx.listingClaim.findFirst({ where, select: { technicianId: true } });
    const listing = found && (await lockListing(found.technicianId, tx));
    if (!listing) return refuse({ kind: "not_found" });
    const claim = await tx.listingClaim.findFirstOrThrow({ where });
    const { status, codeHash, codeExpiresAt } = claim;
    const isForThis = (proof.kind === "link") === (claim.method === "domain_email");
    if (status !== "awaiting_code" || codeHash === null || !codeExpiresAt || codeExpiresAt <= now || !isForThis) {
      return refuse({ kind: "over" });
    }
    const secret = proof.kind === "link" ? proof.token : (normaliseClaimCode(proof.code) ?? "");
    if (!isClaimSecret(claimId, secret, codeHash)) {
      // Nobody guesses a link; a code they might.
      return proof.kind === "link"
        ? refuse({ kind: "over" })
        : countWrongCode({ ...claim, status }, viewer.userId, now, tx);
    }
    const others = { ...openClaim, technicianId: listing.id, id: { not: claimId } };
    if (listing.ownerId !== null || (await tx.listingClaim.count({ where: others })) > 0) {
      const asked = await askKeeper(claimId, listing, now, tx);
      const { count } = await tx.listingClaim.updateMany({
        where: { ...where, status, version: claim.version },
        data: {
          ...asked,
          status: "awaiting_moderator",
          submittedAt: now,
          codeHash: null,
          codeExpiresAt: null,
          version: { increment: 1 },
        },
      });
      if (count !== 1) return refuse({ kind: "over" });
      const entry = { actorId: viewer.userId, action: "listing_claim_proven", subjectKind: "listing_claim" };
      await recordAudit({ ...entry, subjectId: claimId, fromState: status, toState: "awaiting_moderator" }, tx);
      return ok({ outcome: "awaiting_moderator" });
    }
    const by = { userId: viewer.userId, keptSessionId: viewer.sessionId };
    const handed = await handOverProfile(listing, { ...claim, status }, by, now, tx);
    if (!handed.ok) return refuse({ kind: handed.reason === "changed" ? "over" : "keeps_another" });
    const sessionToken = await renew();
    const entry = { actorId: viewer.userId, action: "listing_claim_granted", subjectKind: "listing_claim" };
    const own = { ...entry, subjectId: claimId, fromState: status, toState: "granted", reason: claim.method };
    await recordAudits([...handed.value, own], tx);
    return ok({ outcome: "granted", sessionToken });
  });
  if (proven.ok) return proven;
  return refuse(proven.reason === "gone" ? { kind: "gone" } : proven.reason);
}

/** One try less; with the last one the claim lapses. Returned, not thrown: the count must stay. */
async function countWrongCode(
  claim: { id: string; codeTries: number; status: "awaiting_code" },
  userId: string,
  now: Date,
  tx: Db,
): Promise<Result<never, ProveRefusal>> {
  const { id, status } = claim;
  const codeTries = claim.codeTries + 1;
  const isVoid = codeTries >= CODE_TRIES;
  await tx.listingClaim.updateMany({
    where: { id, status },
    data: isVoid ? { ...closed(now), codeTries, status: "lapsed" } : { codeTries },
  });
  const entry = { actorId: userId, action: "claim_code_wrong", subjectKind: "listing_claim", subjectId: id };
  await recordAudit({ ...entry, ...(isVoid ? { fromState: status, toState: "lapsed" } : {}) }, tx);
  return refuse(isVoid ? { kind: "void" } : { kind: "wrong", triesLeft: CODE_TRIES - codeTries });
}

/** Whether a link may still be used by this viewer: for the page that asks for a press. Changes nothing. */
export async function isClaimLinkOpen(
  viewer: Pick<Viewer, "userId">,
  claimId: string,
  token: string,
  now: Date,
): Promise<{ name: string } | null> {
  const claim = await db().listingClaim.findFirst({
    where: { id: claimId, claimantId: viewer.userId, method: "domain_email", status: "awaiting_code" },
    select: { codeHash: true, codeExpiresAt: true, technician: { select: { name: true } } },
  });
  if (claim === null || claim.codeHash === null || claim.codeExpiresAt === null || claim.codeExpiresAt <= now)
    return null;
  return isClaimSecret(claimId, token, claim.codeHash) ? { name: claim.technician.name } : null;
}
