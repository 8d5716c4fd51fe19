import { claimLapsedMail } from "#app/domain/technicians/claim-mails.ts";
import { closed } from "#app/domain/technicians/hand-over-profile.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const AT_ONCE = 100;

/** Ends claims whose link or code ran out, and tells the claimants. Answers how many. */
export async function lapseListingClaims(now: Date): Promise<number> {
  const due = { status: "awaiting_code", codeExpiresAt: { lte: now } } as const;
  const claims = await db().listingClaim.findMany({
    where: due,
    orderBy: { codeExpiresAt: "asc" },
    take: AT_ONCE,
    select: { id: true, claimant: { select: { email: true } }, technician: { select: { name: true } } },
  });
  for (const { id, claimant, technician } of claims) {
    await db().$transaction(async (tx) => {
      const { count } = await tx.listingClaim.updateMany({
        where: { id, ...due },
        data: { ...closed(now), status: "lapsed" },
      });
      if (count !== 1) return;
      await queueMail(claimLapsedMail(claimant.email, { claimId: id, name: technician.name }), tx);
      const entry = { actorId: null, action: "listing_claim_lapsed", subjectKind: "listing_claim", subjectId: id };
      await recordAudit({ ...entry, fromState: "awaiting_code", toState: "lapsed" }, tx);
    });
  }
  return claims.length;
}
