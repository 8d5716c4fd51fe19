import { dayOf } from "#app/domain/criteria/evidence.ts";
import { nextEvidenceStatus } from "#app/domain/criteria/evidence-states.ts";
import { renews } from "#app/domain/criteria/same-fact.ts";
import type { DatedFact, FactRow } from "#app/domain/criteria/same-fact.ts";
import type { AuditEntry } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = FactRow & { issuedOn: Date | null; expiresOn: Date | null; createdAt: Date };

/** A row as the rule compares it. */
function dated({ issuedOn, expiresOn, createdAt, ...fact }: Row): DatedFact {
  return {
    ...fact,
    issuedOn: issuedOn && dayOf(issuedOn),
    expiresOn: expiresOn && dayOf(expiresOn),
    createdAt: createdAt.toISOString(),
  };
}

/**
 * Replaces the technician's older papers of the same fact, in the transaction that verifies the newer one: there is no
 * moment without a checked fact. Gives the entries for the audit record, which are the caller's to write last.
 */
export async function supersedeOlder(
  fresh: Row & { id: string; technicianId: string },
  moderatorId: string,
  tx: Db,
): Promise<AuditEntry[]> {
  const older = await tx.evidence.findMany({
    where: {
      id: { not: fresh.id },
      technicianId: fresh.technicianId,
      kind: fresh.kind,
      status: { in: ["verified", "expired"] },
    },
    orderBy: { id: "asc" },
    include: { authorization: true, hygiene: true, training: true, association: true },
  });
  const entries: AuditEntry[] = [];
  for (const old of older) {
    const toState = nextEvidenceStatus(old.status, "supersede");
    if (toState === null || !renews(dated(fresh), dated(old))) continue;
    const { count } = await tx.evidence.updateMany({
      where: { id: old.id, version: old.version, status: old.status },
      data: { status: toState, supersededById: fresh.id, version: { increment: 1 } },
    });
    const subject = { subjectKind: "evidence", subjectId: old.id };
    const states = { fromState: old.status, toState };
    if (count === 1) entries.push({ actorId: moderatorId, action: "evidence_superseded", ...subject, ...states });
  }
  return entries;
}
