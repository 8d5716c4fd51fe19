import { clearUpClaims } from "#app/domain/technicians/clear-up-claims.server.ts";
import { closed } from "#app/domain/technicians/hand-over-profile.server.ts";
import { claimStatusesBefore } from "#app/domain/technicians/listing-claim.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Takes an own claim back while nobody has decided it. Its document goes with the next round. */
export async function withdrawListingClaim(
  { userId }: Pick<Viewer, "userId">,
  { claimId, version }: { claimId: string; version: number },
  now: Date,
): Promise<Result<null, "not_found" | "changed">> {
  return db().$transaction(async (tx) => {
    const where = { id: claimId, claimantId: userId };
    const claim = await tx.listingClaim.findFirst({ where, select: { status: true } });
    if (claim === null) return refuse("not_found");
    const { count } = await tx.listingClaim.updateMany({
      where: { ...where, version, status: { in: claimStatusesBefore("withdraw") } },
      data: { ...closed(now), status: "withdrawn" },
    });
    if (count !== 1) return refuse("changed");
    await clearUpClaims([claimId], now, tx);
    const entry = { actorId: userId, action: "listing_claim_withdrawn", subjectKind: "listing_claim" };
    await recordAudit({ ...entry, subjectId: claimId, fromState: claim.status, toState: "withdrawn" }, tx);
    return ok(null);
  });
}
