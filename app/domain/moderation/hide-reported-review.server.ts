import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { mayHideFor } from "#app/domain/moderation/report.ts";
import { reviewHiddenMail } from "#app/domain/moderation/report-mails.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type HideRefusal = "not_found" | "own_matter" | "claimed" | "not_claimed" | "not_harmful" | "changed";

/**
 * Hides a review until its report is decided: only for harm or personal data, and only while the report is being looked
 * into. It does not count while it is hidden.
 */
export async function hideReportedReview(
  viewer: Pick<Viewer, "userId">,
  reportId: string,
  now: Date,
): Promise<Result<null, HideRefusal>> {
  return db().$transaction(async (tx) => {
    const report = await tx.report.findFirst({
      where: { id: reportId, subjectKind: "review" },
      select: { subjectId: true, status: true, reason: true },
    });
    if (report === null) return refuse("not_found");
    if (await isOwnMatter(viewer, "report", reportId, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "report", reportId, now, tx)) return refuse("claimed");
    if (report.status !== "claimed") return refuse("not_claimed");
    if (!mayHideFor(report.reason)) return refuse("not_harmful");
    const { subjectId, reason } = report;
    const { count } = await tx.review.updateMany({
      where: { id: subjectId, status: "under_investigation", isHidden: false },
      data: { isHidden: true, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changed");
    const { technicianId, version, author } = await tx.review.findUniqueOrThrow({
      where: { id: subjectId },
      select: { technicianId: true, version: true, author: { select: { email: true } } },
    });
    await recomputeRating(technicianId, now, tx);
    // Whoever wrote it is told when the restriction begins, not only at the decision.
    const hidden = { reviewId: subjectId, occasion: `${subjectId}:${version}`, reason };
    if (author) await queueMail(reviewHiddenMail({ ...hidden, to: author.email }), tx);
    const entry = { actorId: viewer.userId, action: "review_hidden", subjectKind: "review", subjectId, reason };
    await recordAudit(entry, tx);
    return ok(null);
  });
}
