import { CODE_TRIES, keeperAnswer, OPEN_CLAIM_STATUSES } from "#app/domain/technicians/listing-claim.ts";
import type { ClaimMethod, ClaimStatus } from "#app/domain/technicians/listing-claim.ts";
import { db } from "#app/platform/db.server.ts";
import type { CheckReason } from "#app/platform/generated/prisma/enums.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

type Claimant = Pick<Viewer, "userId">;

/** A claim as its claimant sees it. Days and moments are ISO texts. */
export type OwnClaim = {
  id: string;
  version: number;
  profile: { name: string; slug: string };
  method: ClaimMethod;
  status: ClaimStatus;
  statement: string;
  /** The address at the studio's domain that the link went to. */
  sentTo: string | null;
  hasDocument: boolean;
  madeOn: string;
  /** Until when the link or code works; null while there is none. */
  worksUntil: string | null;
  triesLeft: number;
  /** Until when whoever keeps the profile may object; null where nobody is waited for. */
  keeperUntil: string | null;
  refusal: { reason: CheckReason; note: string | null } | null;
  can: { withdraw: boolean; giveCode: boolean };
};

export async function findOwnClaim(viewer: Claimant, claimId: string, now: Date): Promise<OwnClaim | null> {
  if (!isRowId(claimId)) return null;
  const claim = await db().listingClaim.findFirst({
    where: { id: claimId, claimantId: viewer.userId },
    include: { technician: { select: { name: true, slug: true } }, document: { select: { purgedAt: true } } },
  });
  if (claim === null) return null;
  const { status, method, codeExpiresAt, closedReason } = claim;
  const decision =
    status === "refused"
      ? await db().moderationDecision.findFirst({
          where: { subjectKind: "listing_claim", subjectId: claimId },
          orderBy: { decidedAt: "desc" },
          select: { note: true },
        })
      : null;
  const isAwaited = status === "awaiting_moderator" && keeperAnswer(claim, now) === "awaited";
  const works = status === "awaiting_code" && codeExpiresAt !== null && codeExpiresAt > now;
  return {
    id: claim.id,
    version: claim.version,
    profile: claim.technician,
    method,
    status,
    statement: claim.statement,
    sentTo: claim.email,
    hasDocument: claim.document !== null && claim.document.purgedAt === null,
    madeOn: claim.createdAt.toISOString().slice(0, 10),
    worksUntil: works ? codeExpiresAt.toISOString() : null,
    triesLeft: Math.max(0, CODE_TRIES - claim.codeTries),
    keeperUntil: isAwaited ? (claim.objectBy?.toISOString().slice(0, 10) ?? null) : null,
    refusal: closedReason === null ? null : { reason: closedReason, note: decision?.note ?? null },
    can: {
      withdraw: OPEN_CLAIM_STATUSES.some((open) => open === status),
      giveCode: works && method !== "domain_email",
    },
  };
}

/** One line for each of the viewer's claims, the newest first. */
export type OwnClaimLine = { id: string; name: string; status: ClaimStatus; madeOn: string };

export async function listOwnClaims(viewer: Claimant): Promise<OwnClaimLine[]> {
  const claims = await db().listingClaim.findMany({
    where: { claimantId: viewer.userId },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, status: true, createdAt: true, technician: { select: { name: true } } },
  });
  return claims.map(({ id, status, createdAt, technician }) => ({
    id,
    status,
    name: technician.name,
    madeOn: createdAt.toISOString().slice(0, 10),
  }));
}
