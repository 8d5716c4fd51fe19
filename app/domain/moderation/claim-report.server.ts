import { z } from "zod";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { reportStatusesBefore } from "#app/domain/moderation/report.ts";
import { nextReviewStatus } from "#app/domain/reviews/review-states.ts";
import { raiseSignals } from "#app/domain/reviews/signals/raise-signals.server.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import type { AuditEntry } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type ClaimRefusal = "not_found" | "own_matter" | "claimed" | "decided";

/**
 * Takes a report to decide it: from then on readers see that the review is being looked into. It stays visible. Taking
 * it again keeps it for another while.
 */
export async function claimReport(
  viewer: Pick<Viewer, "userId">,
  reportId: string,
  now: Date,
): Promise<Result<{ expiresAt: Date }, ClaimRefusal>> {
  if (!z.uuid().safeParse(reportId).success) return refuse("not_found");
  return db().$transaction(async (tx) => {
    const where = { id: reportId, subjectKind: "review" } as const;
    const report = await tx.report.findFirst({ where, select: { status: true, version: true, subjectId: true } });
    if (report === null) return refuse("not_found");
    const claim = await claimItem(viewer, "report", reportId, now, tx);
    if (!claim.ok) return claim;
    if (!reportStatusesBefore("claim").includes(report.status)) {
      await tx.moderationClaim.deleteMany({ where: { subjectKind: "report", subjectId: reportId } });
      return refuse("decided");
    }
    const review = await tx.review.findUnique({ where: { id: report.subjectId }, select: { signalsCheckedAt: true } });
    if (review?.signalsCheckedAt === null) await raiseSignals(report.subjectId, now, tx);
    if (report.status === "open") {
      const { count } = await tx.report.updateMany({
        where: { ...where, status: "open", version: report.version },
        data: { status: "claimed", version: { increment: 1 } },
      });
      const entry = { actorId: viewer.userId, subjectKind: "report", subjectId: reportId };
      const investigated = await investigate(viewer, report.subjectId, tx);
      if (count === 1) {
        const claimed: AuditEntry = { ...entry, action: "report_claimed", fromState: "open", toState: "claimed" };
        await recordAudits([claimed, ...investigated], tx);
      }
    }
    return claim;
  });
}

/** Marks the review as being looked into; nothing for one that is already, or is no longer public. */
async function investigate(viewer: Pick<Viewer, "userId">, reviewId: string, tx: Db): Promise<AuditEntry[]> {
  const review = await tx.review.findUnique({ where: { id: reviewId }, select: { status: true, version: true } });
  const toState = review && nextReviewStatus(review.status, "investigate");
  if (!review || !toState) return [];
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, status: review.status, version: review.version },
    data: { status: toState, version: { increment: 1 } },
  });
  if (count !== 1) return [];
  const entry = { actorId: viewer.userId, action: "review_investigated", subjectKind: "review", subjectId: reviewId };
  return [{ ...entry, fromState: review.status, toState }];
}
