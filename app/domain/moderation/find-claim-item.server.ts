import { signDocumentLink } from "#app/domain/media/open-document.server.ts";
import { findClaim } from "#app/domain/moderation/find-item.server.ts";
import { findPastDecisions } from "#app/domain/moderation/find-past-decisions.server.ts";
import type { PastDecision } from "#app/domain/moderation/item.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import type { Claim, Waiting } from "#app/domain/moderation/queue.ts";
import { countryName } from "#app/domain/places/countries.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { studioDomain } from "#app/domain/technicians/claim-domain.server.ts";
import { keeperAnswer, OPEN_CLAIM_STATUSES } from "#app/domain/technicians/listing-claim.ts";
import type { ClaimMethod, ClaimStatus, KeeperAnswer } from "#app/domain/technicians/listing-claim.ts";
import type { TechnicianStatus } from "#app/domain/technicians/publish-rules.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** A claim on a listing with all that a moderator goes by. Moments are ISO texts. */
export type ClaimItem = {
  id: string;
  version: number;
  status: ClaimStatus;
  method: ClaimMethod;
  /** Null once it is over. */
  waiting: Waiting | null;
  claim: Claim | null;
  claimant: { name: string; memberSince: string; otherClaims: number };
  statement: string;
  /** The address at the studio's domain whose link was used, or is waited for. */
  sentTo: string | null;
  documentHref: string | null;
  code: { isMade: boolean; worksUntil: string | null; tries: number };
  keeper: { answer: KeeperAnswer; until: string | null; objection: string | null };
  listing: {
    name: string;
    slug: string;
    status: TechnicianStatus;
    isVisible: boolean;
    isKept: boolean;
    source: string | null;
    record: string | null;
    snapshotOn: string | null;
    websiteUrl: string | null;
    domain: string | null;
    places: string[];
  };
  competing: { id: string; path: string; by: string; method: ClaimMethod; status: ClaimStatus }[];
  history: PastDecision[];
};

/** Null for what isn't there and for a moderator's own matter. Reads only: opening an item is a post. */
export async function findClaimItem(viewer: Pick<Viewer, "userId">, id: string, now: Date): Promise<ClaimItem | null> {
  if (!isRowId(id) || (await isOwnMatter(viewer, "listing_claim", id, db()))) return null;
  const found = await db().listingClaim.findUnique({
    where: { id },
    include: {
      claimant: { select: { displayName: true, createdAt: true } },
      document: { select: { id: true, purgedAt: true } },
      technician: { include: { premises: { include: { premises: true }, orderBy: { position: "asc" } } } },
    },
  });
  if (found === null) return null;
  const { technician, claimant, document } = found;
  const isOpen = OPEN_CLAIM_STATUSES.some((status) => status === found.status);
  const [claim, history, competing, otherClaims] = await Promise.all([
    findClaim(viewer, "listing_claim", id, now, db()),
    findPastDecisions("listing_claim", id, db()),
    db().listingClaim.findMany({
      where: { technicianId: found.technicianId, id: { not: id } },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { id: true, method: true, status: true, claimant: { select: { displayName: true } } },
    }),
    db().listingClaim.count({ where: { claimantId: found.claimantId, technicianId: { not: found.technicianId } } }),
  ]);
  return {
    id,
    version: found.version,
    status: found.status,
    method: found.method,
    waiting: isOpen ? describeWaiting(found.submittedAt ?? found.createdAt, now) : null,
    claim,
    claimant: { name: claimant.displayName, memberSince: claimant.createdAt.toISOString().slice(0, 10), otherClaims },
    statement: found.statement,
    sentTo: found.email,
    documentHref: document && document.purgedAt === null ? signDocumentLink(document.id, viewer, now) : null,
    code: {
      isMade: found.codeHash !== null,
      worksUntil: found.codeExpiresAt?.toISOString() ?? null,
      tries: found.codeTries,
    },
    keeper: {
      answer: keeperAnswer(found, now),
      until: found.objectBy?.toISOString().slice(0, 10) ?? null,
      objection: found.objection === "" ? null : found.objection,
    },
    listing: {
      name: technician.name,
      slug: technician.slug,
      status: technician.status,
      isVisible: technician.status === "published" || technician.status === "unclaimed",
      isKept: technician.ownerId !== null,
      source: technician.listingSource,
      record: technician.listingRecord,
      snapshotOn: technician.listingSnapshotOn?.toISOString().slice(0, 10) ?? null,
      websiteUrl: technician.websiteUrl,
      domain: studioDomain(technician.websiteUrl),
      places: technician.premises.map(({ premises: { name, address, city, region, postcode, countryCode } }) =>
        [name, address, city, region, postcode, countryName(countryCode)].filter(Boolean).join(", "),
      ),
    },
    competing: competing.map(({ id: other, method, status, claimant: by }) => ({
      id: other,
      path: handedInPath("listing_claim", other),
      by: by.displayName,
      method,
      status,
    })),
    history,
  };
}
