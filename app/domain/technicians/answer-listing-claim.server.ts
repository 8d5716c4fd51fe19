import { keeperAnswer } from "#app/domain/technicians/listing-claim.ts";
import type { KeeperAnswer } from "#app/domain/technicians/listing-claim.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Keeper = Pick<Viewer, "userId">;

/** A claim on a profile that the viewer keeps or kept, as far as it is theirs to know: nothing about who claims it. */
export type KeepersClaim = {
  id: string;
  profile: { name: string; slug: string };
  status: string;
  answer: KeeperAnswer;
  objection: string | null;
  until: string;
  canAnswer: boolean;
};

export async function findKeepersClaim(viewer: Keeper, claimId: string, now: Date): Promise<KeepersClaim | null> {
  if (!isRowId(claimId)) return null;
  const claim = await db().listingClaim.findFirst({
    // Asked only once the claim is proven: until then there is nothing to answer.
    where: { id: claimId, earlierOwnerId: viewer.userId, objectBy: { not: null } },
    select: {
      id: true,
      status: true,
      objection: true,
      objectBy: true,
      technician: { select: { name: true, slug: true } },
    },
  });
  if (claim === null || claim.objectBy === null) return null;
  const answer = keeperAnswer(claim, now);
  return {
    id: claim.id,
    profile: claim.technician,
    status: claim.status,
    answer,
    objection: claim.objection === "" ? null : claim.objection,
    until: claim.objectBy.toISOString().slice(0, 10),
    canAnswer: claim.status === "awaiting_moderator" && answer === "awaited",
  };
}

/**
 * Keeps what whoever keeps the profile says to a claim on it: once, and while there is time. `objection` is null where
 * the profile may go to the claimant. `over`: it was answered, decided or withdrawn, or the time is over.
 */
export async function answerListingClaim(
  viewer: Keeper,
  { claimId, objection }: { claimId: string; objection: string | null },
  now: Date,
): Promise<Result<null, "not_found" | "over">> {
  return db().$transaction(async (tx) => {
    const own = { id: claimId, earlierOwnerId: viewer.userId, objectBy: { not: null } };
    if ((await tx.listingClaim.count({ where: own })) === 0) return refuse("not_found");
    const { count } = await tx.listingClaim.updateMany({
      where: { ...own, status: "awaiting_moderator", objectedAt: null, objectBy: { gt: now } },
      data: { objection: objection ?? "", objectedAt: now, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("over");
    const action = objection === null ? "listing_claim_agreed" : "listing_claim_objected";
    const entry = { actorId: viewer.userId, action, subjectKind: "listing_claim", subjectId: claimId };
    await recordAudit(entry, tx);
    return ok(null);
  });
}
