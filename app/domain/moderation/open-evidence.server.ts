import { z } from "zod";
import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { evidenceStatusesBefore } from "#app/domain/criteria/evidence-states.ts";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { listNextHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Takes evidence that waits, or keeps it for another quarter of an hour; its state says that somebody looks at it.
 * `changed`: it no longer waits, or another moderator is taking it at this moment. The version stays: nothing that a
 * decision rests on is different. A proposal is not for who made it.
 */
export async function openEvidence(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
): Promise<Result<{ expiresAt: Date }, "own_matter" | "claimed" | "changed">> {
  return db().$transaction(async (tx) => {
    const locked = z.array(z.unknown()).parse(
      await tx.$queryRaw`SELECT 1 FROM "Evidence" e WHERE e.id = ${id}::uuid AND e.status IN ('submitted', 'in_check')
        AND NOT EXISTS (SELECT 1 FROM "EvidenceProposal" p WHERE p."evidenceId" = e.id AND p.status = 'proposed'
          AND p."proposedById" = ${viewer.userId}::uuid)
        FOR UPDATE SKIP LOCKED`,
    );
    if (locked.length === 0) return refuse("changed");
    const claimed = await claimItem(viewer, "evidence", id, now, tx);
    if (!claimed.ok) return claimed;
    const { count } = await tx.evidence.updateMany({
      where: { id, status: { in: evidenceStatusesBefore("open").filter((status) => status !== "in_check") } },
      data: { status: "in_check" },
    });
    if (count === 1) {
      const entry = { actorId: viewer.userId, action: "evidence_opened", subjectKind: "evidence", subjectId: id };
      await recordAudit({ ...entry, fromState: "submitted", toState: "in_check" }, tx);
    }
    return ok(claimed.value);
  });
}

/**
 * Opens what has waited longest and nobody has open, of one kind of evidence where `evidenceKind` names one; null when there is
 * nothing left for this moderator.
 */
export async function openNextEvidence(
  viewer: Pick<Viewer, "userId">,
  now: Date,
  evidenceKind: EvidenceKind | null = null,
): Promise<string | null> {
  for (const id of await listNextHandedIn(viewer, { kind: "evidence", evidenceKind }, now)) {
    if ((await openEvidence(viewer, id, now)).ok) return id;
  }
  return null;
}
