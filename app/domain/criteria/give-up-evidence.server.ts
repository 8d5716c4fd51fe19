import { purgeTakenBack } from "#app/domain/criteria/evidence-retention.server.ts";
import { evidenceStatusesBefore } from "#app/domain/criteria/evidence-states.ts";
import { ownEvidence } from "#app/domain/criteria/own-evidence.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * `changed`: it was decided or changed since the page was opened. `not_possible`: it is over already, or a second
 * moderator has been asked about it, which its owner can't cut short.
 */
export type GiveUpRefusal = "not_found" | "changed" | "not_possible";

/** Takes a piece of evidence off the profile: from then on it counts for nothing. It stays in the record. */
export async function giveUpEvidence(
  viewer: EvidenceOwner,
  { evidenceId: id, version }: { evidenceId: string; version: number },
  now: Date,
): Promise<Result<null, GiveUpRefusal>> {
  return db().$transaction(async (tx) => {
    const where = { id, ...ownEvidence(viewer) };
    const row = await tx.evidence.findFirst({
      where,
      select: { status: true, version: true, documentId: true, proposals: { where: { status: "proposed" } } },
    });
    if (row === null) return refuse("not_found");
    if (row.version !== version) return refuse("changed");
    const { status } = row;
    if (row.proposals.length > 0 || !evidenceStatusesBefore("give_up").includes(status)) return refuse("not_possible");
    const { count } = await tx.evidence.updateMany({
      where: { ...where, version, status, proposals: { none: { status: "proposed" } } },
      data: { status: "withdrawn", version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changed");
    if (row.documentId !== null) await purgeTakenBack(row.documentId, id, now, tx);
    const entry = { actorId: viewer.userId, action: "evidence_given_up", subjectKind: "evidence", subjectId: id };
    await recordAudit({ ...entry, fromState: status, toState: "withdrawn" }, tx);
    return ok(null);
  });
}
