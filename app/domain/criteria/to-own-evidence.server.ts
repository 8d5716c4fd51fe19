import { describeEvidence } from "#app/domain/criteria/describe-evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { isExpiring, statusToday } from "#app/domain/criteria/evidence.ts";
import { ownEvidenceCan } from "#app/domain/criteria/own-evidence.ts";
import type { OwnEvidence } from "#app/domain/criteria/own-evidence.ts";
import type { OwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import type { DocumentView } from "#app/domain/media/document.ts";
import { listDocumentViews } from "#app/domain/media/own-documents.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Rows of the owner's own as they see them, with every state as of `today`, in the order given. */
export async function toOwnEvidence(
  { userId }: EvidenceOwner,
  rows: readonly OwnEvidenceRow[],
  today: Day,
  tx: Db = db(),
): Promise<OwnEvidence[]> {
  const views = await listDocumentViews(
    userId,
    rows.flatMap(({ document }) => document?.id ?? []),
    tx,
  );
  return rows.map((row) => asSeen(row, views.get(row.document?.id ?? "") ?? [], today));
}

function asSeen(row: OwnEvidenceRow, views: DocumentView[], today: Day): OwnEvidence {
  const { id, version, criterion, kind, expiresOn, noExpiryReason, checkedOn, isHeld, isRenewed, document } = row;
  const isNotRequired = row.authorization?.notRequired ?? false;
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
      views,
    },
    isRenewed,
    can: ownEvidenceCan({ ...row, isNotRequired }, today),
  };
}
