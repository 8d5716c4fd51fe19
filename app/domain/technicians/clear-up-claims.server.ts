import type { Db } from "#app/platform/db.server.ts";

/** What is left of claims on listings that are over: no moderator has them open, and their documents go at this time. */
export async function clearUpClaims(claimIds: readonly string[], purgeAfter: Date, tx: Db): Promise<void> {
  const ids = [...claimIds];
  await tx.moderationClaim.deleteMany({ where: { subjectKind: "listing_claim", subjectId: { in: ids } } });
  const where = { listingClaims: { some: { id: { in: ids } } } };
  await tx.privateDocument.updateMany({ where, data: { purgeAfter } });
}
