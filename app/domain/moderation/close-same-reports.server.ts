import type { Decision } from "#app/domain/moderation/record-decision.server.ts";
import { tellReporter } from "#app/domain/moderation/tell-reporter.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Closes the other open reports of a review that was removed: what they asked for has happened. */
export async function closeSameReports(
  {
    reportId,
    reviewId,
    moderatorId,
    reason,
  }: { reportId: string; reviewId: string; moderatorId: string; reason: ReviewReason },
  now: Date,
  tx: Db,
): Promise<Decision[]> {
  const others = await tx.report.findMany({
    where: { subjectKind: "review", subjectId: reviewId, status: { in: ["open", "claimed"] }, id: { not: reportId } },
    orderBy: { id: "asc" },
    select: { id: true, status: true, version: true, createdAt: true },
  });
  const decided: Decision[] = [];
  for (const { id, status, version, createdAt } of others) {
    const { count } = await tx.report.updateMany({
      where: { id, version, status },
      data: { status: "upheld", version: { increment: 1 }, closedAt: now, reporterKey: null },
    });
    if (count !== 1) continue;
    await tx.defamationNotice.updateMany({ where: { reportId: id, actedAt: null }, data: { actedAt: now } });
    await tellReporter(id, reason, tx);
    decided.push({
      subjectKind: "report",
      subjectId: id,
      moderatorId,
      fromState: status,
      toState: "upheld",
      reason,
      note: "The review was removed after another report of it.",
      subjectVersion: version,
      waitingSince: createdAt,
      stars: null,
    });
  }
  return decided;
}
