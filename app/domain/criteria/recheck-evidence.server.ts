import { nextEvidenceStatus } from "#app/domain/criteria/evidence-states.ts";
import { needsRecheck } from "#app/domain/criteria/recheck.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Call it in the transaction that changes a technician's places of work, near its end (it records audit entries):
 * verified authorizations of premises that are no longer theirs go back to the moderators' queue, and count for nothing
 * until one has looked. Answers how many.
 */
export async function recheckAfterPremisesChange(technicianId: string, now: Date, tx: Db): Promise<number> {
  const places = await tx.technicianPremises.findMany({ where: { technicianId }, select: { premisesId: true } });
  const premisesIds = places.map(({ premisesId }) => premisesId);
  const verified = await tx.evidence.findMany({
    where: { technicianId, status: "verified", authorization: { is: { holder: "premises", notRequired: false } } },
    orderBy: { id: "asc" },
    select: { id: true, version: true, authorization: { select: { holder: true, premisesId: true } } },
  });
  const held: string[] = [];
  for (const { id, version, authorization } of verified) {
    if (authorization === null || !needsRecheck(authorization, premisesIds)) continue;
    const status = nextEvidenceStatus("verified", "hold");
    if (status === null) continue;
    const { count } = await tx.evidence.updateMany({
      where: { id, technicianId, version, status: "verified" },
      // Waiting begins now, or it would stand first in a queue that is ordered by age.
      data: { status, version: { increment: 1 }, submittedAt: now },
    });
    if (count === 1) held.push(id);
  }
  await tx.privateDocument.updateMany({
    where: { purgedAt: null, evidence: { some: { id: { in: held } } } },
    data: { purgeAfter: null },
  });
  const entry = { actorId: null, action: "evidence_recheck", subjectKind: "evidence" };
  const states = { fromState: "verified", toState: "in_check", reason: "premises_left" };
  if (held.length > 0)
    await recordAudits(
      held.map((subjectId) => ({ ...entry, subjectId, ...states })),
      tx,
    );
  return held.length;
}
