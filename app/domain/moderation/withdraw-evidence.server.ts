import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { nextEvidenceStatus } from "#app/domain/criteria/evidence-states.ts";
import { scheduleEvidencePurge } from "#app/domain/criteria/evidence-retention.server.ts";
import { record } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceDone } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceRefusal } from "#app/domain/moderation/evidence-refusal.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { needsSecondModerator, reasonsFor } from "#app/domain/moderation/evidence-acts.ts";
import { lockEvidence, moveEvidence, tellOwner } from "#app/domain/moderation/evidence-row.server.ts";
import type { EvidenceRow } from "#app/domain/moderation/evidence-row.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type Withdrawal = { id: string; version: number; reason: CheckReason; note: string };

/**
 * Takes verified evidence back. An authorization is put on hold at once, so that it counts for nothing from the commit
 * on, and a second moderator is asked; everything else is withdrawn by one.
 */
export async function withdrawEvidence(
  viewer: Pick<Viewer, "userId">,
  input: Withdrawal,
  now: Date,
): Promise<Result<EvidenceDone, EvidenceRefusal>> {
  return db().$transaction(async (tx) => {
    const locked = await lockEvidence(viewer, input.id, now, tx);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (row.version !== input.version || row.status !== "verified") return refuse("changed");
    if (!reasonsFor("withdraw", row.kind).includes(input.reason)) return refuse("no_reason");
    return needsSecondModerator("withdraw", row.kind)
      ? hold(viewer, row, input, now, tx)
      : takeBack(viewer, row, input, now, tx);
  }, PATIENCE);
}

async function takeBack(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { reason, note }: Withdrawal,
  now: Date,
  tx: Db,
): Promise<Result<EvidenceDone, "changed">> {
  const toState = await moveEvidence(row, "withdraw", {}, tx);
  if (toState === null) return refuse("changed");
  await scheduleEvidencePurge(row.id, now, tx);
  await tellOwner(row, { outcome: "withdrawn", reason }, tx);
  const decided = { fromState: row.status, toState, checkReason: reason, note };
  return ok({ decisionId: await record(viewer, { ...row, submittedAt: null }, decided, tx) });
}

async function hold(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { reason, note }: Withdrawal,
  now: Date,
  tx: Db,
): Promise<Result<EvidenceDone, "changed">> {
  const toState = nextEvidenceStatus(row.status, "hold");
  if (toState === null || (await moveEvidence(row, "hold", {}, tx)) === null) return refuse("changed");
  const proposal = { evidenceId: row.id, fromStatus: row.status, toStatus: "withdrawn", reason, note } as const;
  await tx.evidenceProposal.create({ data: { ...proposal, proposedById: viewer.userId, createdAt: now } });
  // The second moderator has to see what the first one saw.
  const document = { purgedAt: null, evidence: { some: { id: row.id } } };
  await tx.privateDocument.updateMany({ where: document, data: { purgeAfter: null } });
  await tellOwner(row, { outcome: "held", reason }, tx);
  const decided = { fromState: row.status, toState, checkReason: reason, note };
  await record(viewer, { ...row, submittedAt: null }, decided, tx);
  return ok({ proposed: "withdrawn" });
}
