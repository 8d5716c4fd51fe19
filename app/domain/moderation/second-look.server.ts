import { scheduleEvidencePurge } from "#app/domain/criteria/evidence-retention.server.ts";
import { record } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceRefusal } from "#app/domain/moderation/evidence-refusal.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { lockEvidence, moveEvidence, tellOwner } from "#app/domain/moderation/evidence-row.server.ts";
import type { EvidenceRow } from "#app/domain/moderation/evidence-row.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Proposal = EvidenceRow["proposals"][number];

/**
 * The second moderator's answer to a proposal, never the first one's. Agreed: the authorization is refused or withdrawn
 * and its owner told why. Not agreed: what was verified counts again as it did before, and what waited goes on waiting.
 */
export async function answerProposal(
  viewer: Pick<Viewer, "userId">,
  { id, version, isConfirmed }: { id: string; version: number; isConfirmed: boolean },
  now: Date,
): Promise<Result<{ decisionId: string | null }, EvidenceRefusal>> {
  return db().$transaction(async (tx) => {
    const locked = await lockEvidence(viewer, id, now, tx);
    if (!locked.ok) return locked;
    const row = locked.value;
    const [proposal] = row.proposals;
    if (!proposal || row.version !== version || row.status !== "in_check") return refuse("changed");
    if (proposal.proposedById === viewer.userId) return refuse("own_matter");
    const { count } = await tx.evidenceProposal.updateMany({
      where: { id: proposal.id, status: "proposed" },
      data: { status: isConfirmed ? "confirmed" : "refused", secondById: viewer.userId, closedAt: now },
    });
    if (count !== 1) return refuse("changed");
    return isConfirmed ? carryOut(viewer, row, proposal, now, tx) : letStand(viewer, row, proposal, now, tx);
  }, PATIENCE);
}

async function carryOut(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { toStatus, reason, note, createdAt }: Proposal,
  now: Date,
  tx: Db,
): Promise<Result<{ decisionId: string }, "changed">> {
  const isWithdrawn = toStatus === "withdrawn";
  const toState = await moveEvidence(row, isWithdrawn ? "withdraw" : "reject", {}, tx);
  // Nothing of a transaction that answers so is kept: it is locked, so this is a bug and not somebody else.
  if (toState === null) throw new Error(`A proposal for ${row.id} could not be carried out`);
  await scheduleEvidencePurge(row.id, now, tx);
  await tellOwner(row, { outcome: isWithdrawn ? "withdrawn" : "rejected", reason, isByTwo: true }, tx);
  const decided = { fromState: row.status, toState, checkReason: reason, note };
  const waitingSince = isWithdrawn ? createdAt : row.submittedAt;
  return ok({ decisionId: await record(viewer, { ...row, submittedAt: waitingSince }, decided, tx) });
}

async function letStand(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { fromStatus, createdAt }: Proposal,
  now: Date,
  tx: Db,
): Promise<Result<{ decisionId: string | null }, "changed">> {
  if (fromStatus === "verified") {
    // Who checked it and when stay: nobody looked it up anew.
    const toState = await moveEvidence(row, "reinstate", {}, tx);
    if (toState === null) throw new Error(`Evidence ${row.id} could not be reinstated`);
    await scheduleEvidencePurge(row.id, now, tx);
    await tellOwner(row, { outcome: "reinstated", reason: null }, tx);
    const decided = { fromState: row.status, toState, checkReason: null, note: null };
    return ok({ decisionId: await record(viewer, { ...row, submittedAt: createdAt }, decided, tx) });
  }
  await tx.evidence.updateMany({ where: { id: row.id, version: row.version }, data: { version: { increment: 1 } } });
  await tx.moderationClaim.deleteMany({ where: { subjectKind: "evidence", subjectId: row.id } });
  const entry = { actorId: viewer.userId, action: "evidence_proposal_refused", subjectKind: "evidence" };
  await recordAudit({ ...entry, subjectId: row.id, fromState: row.status, toState: row.status }, tx);
  return ok({ decisionId: null });
}
