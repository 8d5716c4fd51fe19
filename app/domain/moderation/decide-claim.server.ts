import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { claimRefusedMail } from "#app/domain/technicians/claim-mails.ts";
import { closed, handOverProfile } from "#app/domain/technicians/hand-over-profile.server.ts";
import {
  claimDocumentPurgeAfter,
  claimStatusesBefore,
  keeperAnswer,
  nextClaimStatus,
} from "#app/domain/technicians/listing-claim.ts";
import { lockListing } from "#app/domain/technicians/open-listing-claims.server.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type ClaimDecision = {
  id: string;
  version: number;
  decision: "approve" | "reject";
  reason: CheckReason | null;
  note: string | null;
};

/**
 * `changed`: decided, withdrawn or answered since this version was read. `claimed`: another moderator has it open.
 * `too_early`: whoever keeps the profile has time left to answer. `keeps_another`: the claimant keeps another profile
 * by now, so that this claim can only be refused.
 */
export type DecideClaimRefusal =
  "not_found" | "own_matter" | "claimed" | "changed" | "no_reason" | "too_early" | "keeps_another";

/**
 * Grants or refuses a claim on a listing: owner, roles, the claims that lose by it, mails, decision and audit record in
 * one transaction, or none of it (I1). Of any number of decisions on one version exactly one is carried out (F-13).
 */
export async function decideClaim(
  viewer: Pick<Viewer, "userId">,
  { id, version, decision, reason, note }: ClaimDecision,
  now: Date,
): Promise<Result<{ decisionId: string }, DecideClaimRefusal>> {
  if (decision === "reject" && (reason === null || note === null)) return refuse("no_reason");
  return db().$transaction(async (tx) => {
    const found = await tx.listingClaim.findUnique({ where: { id }, select: { technicianId: true } });
    const listing = found && (await lockListing(found.technicianId, tx));
    if (!listing) return refuse("not_found");
    if (await isOwnMatter(viewer, "listing_claim", id, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "listing_claim", id, now, tx)) return refuse("claimed");
    const claim = await tx.listingClaim.findUniqueOrThrow({
      where: { id },
      include: { claimant: { select: { email: true } } },
    });
    const { status } = claim;
    const toState = nextClaimStatus(status, decision === "approve" ? "grant" : "refuse");
    if (toState === null || claim.version !== version) return refuse("changed");
    if (status === "awaiting_moderator" && keeperAnswer(claim, now) === "awaited") return refuse("too_early");
    const decided = {
      subjectKind: "listing_claim",
      subjectId: id,
      moderatorId: viewer.userId,
      fromState: status,
      toState,
      reason: null,
      checkReason: decision === "approve" ? null : reason,
      note,
      subjectVersion: version,
      waitingSince: claim.submittedAt ?? claim.createdAt,
      stars: null,
    } as const;
    if (decision === "approve") {
      // Somebody else keeps it than was heard: read it again.
      if (status !== "awaiting_moderator" || listing.ownerId !== claim.earlierOwnerId) return refuse("changed");
      const by = { userId: viewer.userId, keptSessionId: null };
      const handed = await handOverProfile(listing, { ...claim, status }, by, now, tx);
      if (!handed.ok) return handed;
      const decisionId = await recordDecision(decided, tx);
      await recordAudits(handed.value, tx);
      return ok({ decisionId });
    }
    const { count } = await tx.listingClaim.updateMany({
      where: { id, version, status: { in: claimStatusesBefore("refuse") } },
      data: { ...closed(now), status: "refused", closedReason: reason },
    });
    if (count !== 1) return refuse("changed");
    if (claim.documentId !== null) {
      const purgeAfter = claimDocumentPurgeAfter(now, true);
      await tx.privateDocument.updateMany({ where: { id: claim.documentId }, data: { purgeAfter } });
    }
    const words = CHECK_REASONS[reason ?? "not_proven"].title.toLowerCase();
    await queueMail(claimRefusedMail(claim.claimant.email, { claimId: id, name: listing.name, reason: words }), tx);
    return ok({ decisionId: await recordDecision(decided, tx) });
  }, PATIENCE);
}
