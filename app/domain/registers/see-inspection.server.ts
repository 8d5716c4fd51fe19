import { isOwnPremisesSql } from "#app/domain/registers/own-premises.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * A moderator has looked at an inspection that went worse. Refused where there is no such notice, or it is about premises
 * where they work themself, and where somebody else was first.
 */
export async function seeInspection(
  viewer: Pick<Viewer, "userId">,
  inspectionId: string,
  now: Date,
): Promise<Result<null, "not_found" | "changed">> {
  return db().$transaction(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "InspectionNotice" n JOIN "Inspection" i ON i.id = n."inspectionId"
      WHERE n."inspectionId" = ${inspectionId}::uuid AND NOT ${isOwnPremisesSql(viewer.userId)}`;
    if (found.length === 0) return refuse("not_found");
    const { count } = await tx.inspectionNotice.updateMany({
      where: { inspectionId, seenAt: null },
      data: { seenAt: now, seenById: viewer.userId },
    });
    if (count !== 1) return refuse("changed");
    await recordAudit(
      {
        actorId: viewer.userId,
        action: "inspection_looked_at",
        subjectKind: "inspection",
        subjectId: inspectionId,
        fromState: "new",
        toState: "looked_at",
      },
      tx,
    );
    return ok(null);
  });
}
