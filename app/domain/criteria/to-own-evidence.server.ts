import { describeEvidence } from "#app/domain/criteria/describe-evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { isExpiring, statusToday } from "#app/domain/criteria/evidence.ts";
import { ownEvidenceCan } from "#app/domain/criteria/own-evidence.ts";
import type { OwnEvidence } from "#app/domain/criteria/own-evidence.ts";
import type { OwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { listDocumentViews } from "#app/domain/media/open-document.server.ts";

/** A row of the owner's own as they see it, with every state as of `today`. */
export async function toOwnEvidence(viewer: EvidenceOwner, row: OwnEvidenceRow, today: Day): Promise<OwnEvidence> {
  const { id, version, criterion, kind, expiresOn, noExpiryReason, checkedOn, isHeld, isRenewed, document } = row;
  const isNotRequired = row.authorization?.notRequired ?? false;
  const views = document === null ? [] : await listDocumentViews(viewer.userId, document.id);
  return {
    id,
    version,
    criterion,
    kind,
    status: statusToday(row, today),
    isExpiring: isExpiring(row, today),
    ...describeEvidence(row),
    issuedOn: row.issuedOn ?? row.training?.completedOn ?? null,
    expiresOn,
    noExpiryReason,
    isNotRequired,
    checkedOn,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    refusal: row.refusal && { ...row.refusal, at: row.refusal.at.toISOString() },
    isHeld,
    document: document && {
      id: document.id,
      mediaType: document.mediaType,
      handedInAt: document.createdAt.toISOString(),
      goesAt: document.purgeAfter?.toISOString() ?? null,
      isGone: document.purgedAt !== null,
      views: views.map(({ at, by }) => ({ at: at.toISOString(), by })),
    },
    isRenewed,
    can: ownEvidenceCan({ ...row, isNotRequired }, today),
  };
}
