import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import { factKey } from "#app/domain/criteria/same-fact.ts";
import { signDocumentLink, signPageLink } from "#app/domain/media/open-document.server.ts";
import { measureDocument } from "#app/domain/media/show-document.server.ts";
import { evidenceFields, evidenceHeading } from "#app/domain/moderation/evidence-fields.ts";
import { guideFor } from "#app/domain/moderation/evidence-guide.ts";
import type { Compared, EvidenceDocument, EvidenceItem, OpenProposal } from "#app/domain/moderation/evidence-item.ts";
import { findEvidenceWarnings } from "#app/domain/moderation/find-evidence-warnings.server.ts";
import { findClaim } from "#app/domain/moderation/find-item.server.ts";
import { findPastDecisions } from "#app/domain/moderation/find-past-decisions.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { hasRecentAuth } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** What nobody handed in is nobody's to look at. */
const NEVER_SHOWN: EvidenceStatus = "declared";
const MOST_EARLIER = 10;

const DETAILS = {
  authorization: { include: { regime: true, premises: { select: { name: true, address: true, city: true } } } },
  hygiene: true,
  training: true,
  association: true,
} as const satisfies Prisma.EvidenceInclude;
const WITH_ALL = {
  ...DETAILS,
  technician: { select: { name: true, slug: true, status: true } },
  document: { select: { id: true, mediaType: true, purgedAt: true } },
  proposals: { where: { status: "proposed" as const }, include: { proposedBy: { select: { displayName: true } } } },
} as const satisfies Prisma.EvidenceInclude;
type Row = Prisma.EvidenceGetPayload<{ include: typeof WITH_ALL }>;

/**
 * Evidence with all that a moderator goes by; null for what isn't there, was never handed in, or is a moderator's own
 * matter. Reads only: opening an item is a post, and a look at the document is on record when its pictures are fetched.
 */
export async function findEvidenceItem(
  viewer: Viewer,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<EvidenceItem | null> {
  if (!isRowId(id)) return null;
  const row = await tx.evidence.findUnique({ where: { id }, include: WITH_ALL });
  if (row === null || row.status === NEVER_SHOWN || (await isOwnMatter(viewer, "evidence", id, tx))) return null;
  const [claim, warnings, history, earlier, document] = await Promise.all([
    findClaim(viewer, "evidence", id, now, tx),
    findEvidenceWarnings(row, now, tx),
    findPastDecisions("evidence", id, tx),
    findEarlier(row, tx),
    findDocument(viewer, row, now),
  ]);
  const isWaiting = row.status === "submitted" || row.status === "in_check";
  const [proposal] = row.proposals;
  const isNotRequired = row.authorization?.notRequired ?? false;
  return {
    id,
    version: row.version,
    kind: row.kind,
    status: row.status,
    waiting: isWaiting ? describeWaiting(proposal?.createdAt ?? row.submittedAt ?? row.createdAt, now) : null,
    claim,
    technician: {
      name: row.technician.name,
      slug: row.technician.slug,
      isPublic: row.technician.status === "published" || row.technician.status === "unclaimed",
    },
    isSample: row.isSample,
    heading: evidenceHeading(row),
    fields: evidenceFields(row, row.technician.name),
    expiresOn: row.expiresOn && dayOf(row.expiresOn),
    noExpiryReason: row.noExpiryReason,
    isNotRequired,
    document,
    regime: regimeOf(row),
    guide: guideFor({ kind: row.kind, hygieneKind: row.hygiene?.hygieneKind ?? null, isNotRequired }),
    comparable: comparableOf(row),
    warnings,
    proposal: proposal ? toProposal(proposal, viewer) : null,
    history,
    earlier,
  };
}

function comparableOf({ kind, authorization, document }: Row): Compared[] {
  if (authorization?.notRequired) return ["rule", "issuer"];
  const hasRegister = kind === "authorization" || kind === "association";
  return [...(hasRegister ? (["register"] as const) : []), ...(document ? (["document"] as const) : []), "issuer"];
}

function regimeOf({ authorization }: Row): EvidenceItem["regime"] {
  if (!authorization) return null;
  const { name, publicRegisterUrl, publicRegisterNote, lookFor, renewalNote, sourceName, sourceUrl, checkedOn } =
    authorization.regime;
  return {
    name,
    registerUrl: publicRegisterUrl,
    registerNote: publicRegisterNote,
    lookFor,
    renewalNote,
    sourceName,
    sourceUrl,
    checkedOn: dayOf(checkedOn),
  };
}

function toProposal(proposal: Row["proposals"][number], viewer: Pick<Viewer, "userId">): OpenProposal {
  return {
    toStatus: proposal.toStatus === "withdrawn" ? "withdrawn" : "rejected",
    reason: proposal.reason,
    note: proposal.note,
    by: proposal.proposedBy?.displayName ?? "A moderator who has left",
    at: proposal.createdAt.toISOString(),
    isOwn: proposal.proposedById === viewer.userId,
  };
}

async function findEarlier(row: Row, tx: Db): Promise<EvidenceItem["earlier"]> {
  const rows = await tx.evidence.findMany({
    where: { technicianId: row.technicianId, kind: row.kind, id: { not: row.id } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MOST_EARLIER,
    include: DETAILS,
  });
  const key = factKey(row);
  return rows.map((one) => ({
    id: one.id,
    heading: evidenceHeading(one),
    status: one.status,
    issuedOn: one.issuedOn && dayOf(one.issuedOn),
    expiresOn: one.expiresOn && dayOf(one.expiresOn),
    isSameFact: key !== null && factKey(one) === key,
  }));
}

async function findDocument(viewer: Viewer, { document }: Row, now: Date): Promise<EvidenceDocument> {
  if (document === null) return { state: "none" };
  if (document.purgedAt !== null) return { state: "gone" };
  if (!hasRecentAuth(viewer, now)) return { state: "confirm" };
  const isPdf = document.mediaType === "application/pdf";
  const downloadHref = isPdf ? signDocumentLink(document.id, viewer, now) : null;
  const measured = await measureDocument(viewer, document.id);
  if (measured === null) return { state: "gone" };
  if (!measured.ok) {
    const { reason } = measured;
    return { state: "unshown", why: reason === "locked" || reason === "busy" ? reason : "damaged", downloadHref };
  }
  const { pages, pageCount } = measured.value;
  return {
    state: "shown",
    isPdf,
    pages: pages.map((size, index) => ({ href: signPageLink(document.id, index + 1, viewer, now), ...size })),
    pageCount,
    downloadHref,
  };
}
