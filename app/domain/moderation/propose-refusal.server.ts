import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { EvidenceRow } from "#app/domain/moderation/evidence-row.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type Proposed = { toStatus: "rejected" | "withdrawn"; reason: CheckReason; note: string };

/**
 * Asks a second moderator to refuse or take back an authorization that waits. Its version moves on, so that whoever read
 * it before can't decide it any more, and nobody's claim is left on it. The last step of its transaction.
 */
export async function proposeRefusal(
  viewer: Pick<Viewer, "userId">,
  { id, status, version }: Pick<EvidenceRow, "id" | "status" | "version">,
  { toStatus, reason, note }: Proposed,
  now: Date,
  tx: Db,
): Promise<Result<{ proposed: Proposed["toStatus"] }, "changed">> {
  const { count } = await tx.evidence.updateMany({
    where: { id, version, status },
    data: { status: "in_check", version: { increment: 1 } },
  });
  if (count !== 1) return refuse("changed");
  const proposed = { evidenceId: id, fromStatus: status, toStatus, reason, note, createdAt: now };
  await tx.evidenceProposal.create({ data: { ...proposed, proposedById: viewer.userId } });
  await tx.moderationClaim.deleteMany({ where: { subjectKind: "evidence", subjectId: id } });
  const entry = { actorId: viewer.userId, action: `evidence_${toStatus}_proposed`, subjectKind: "evidence" };
  await recordAudit({ ...entry, subjectId: id, fromState: status, toState: "in_check", reason }, tx);
  return ok({ proposed: toStatus });
}
