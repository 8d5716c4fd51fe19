import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { claimCodeMadeMail } from "#app/domain/technicians/claim-mails.ts";
import { hashClaimSecret, newClaimCode } from "#app/domain/technicians/claim-secrets.server.ts";
import { CODE_LIFE_MS, PASSED_ON_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Makes the code of a claim that asks for one by post or telephone. It is returned this once and only its keyed hash is
 * kept; of two moderators who make it at once one gets it. `changed`: the claim waits for no code any more.
 */
export async function makeClaimCode(
  viewer: Pick<Viewer, "userId">,
  claimId: string,
  now: Date,
): Promise<Result<MadeClaimCode, "not_found" | "own_matter" | "claimed" | "changed">> {
  return db().$transaction(async (tx) => {
    const claim = await tx.listingClaim.findUnique({
      where: { id: claimId },
      select: { method: true, claimant: { select: { email: true } }, technician: { select: { name: true } } },
    });
    const method = PASSED_ON_METHODS.find((one) => one === claim?.method);
    if (claim === null || method === undefined) return refuse("not_found");
    if (await isOwnMatter(viewer, "listing_claim", claimId, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "listing_claim", claimId, now, tx)) return refuse("claimed");
    const code = newClaimCode();
    const codeExpiresAt = new Date(now.getTime() + CODE_LIFE_MS[method]);
    const { count } = await tx.listingClaim.updateMany({
      where: { id: claimId, status: "awaiting_code", codeHash: null },
      data: {
        codeHash: hashClaimSecret(claimId, code),
        codeExpiresAt,
        codeTries: 0,
        codeIssuedById: viewer.userId,
        version: { increment: 1 },
      },
    });
    if (count !== 1) return refuse("changed");
    const told = { claimId, name: claim.technician.name, isByPost: method === "post_code" };
    await queueMail(claimCodeMadeMail(claim.claimant.email, told), tx);
    const entry = { actorId: viewer.userId, action: "claim_code_made", subjectKind: "listing_claim" };
    await recordAudit({ ...entry, subjectId: claimId, reason: method }, tx);
    return ok({ claimId, code, method, worksUntil: codeExpiresAt.toISOString() });
  });
}
