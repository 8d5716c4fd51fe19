import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { closeSameReports } from "#app/domain/moderation/close-same-reports.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import type { Decision } from "#app/domain/moderation/record-decision.server.ts";
import { nextReportStatus } from "#app/domain/moderation/report.ts";
import { removeReportedReview, restoreReportedReview } from "#app/domain/moderation/settle-reported-review.server.ts";
import { tellReporter } from "#app/domain/moderation/tell-reporter.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type ReportDecision =
  { outcome: "uphold"; reason: ReviewReason; note: string } | { outcome: "dismiss"; note: string };

/**
 * `changed`: somebody decided it, or the review changed, since the moderator looked. `not_claimed`: a report is taken
 * before it is decided.
 */
export type DecideReportRefusal = "not_found" | "own_matter" | "claimed" | "not_claimed" | "changed";

/** Thrown to undo the transaction when the review moved on in the meantime. */
class Changed extends Error {}

/**
 * Decides a report. Upheld, the review is removed with its reason, leaves a dated line, and no longer counts; other
 * open reports of it are closed with it. Dismissed, it stays and is shown without the note that it is looked into. All
 * in one transaction with the decisions, the mails and the audit record.
 */
export async function decideReport(
  viewer: Pick<Viewer, "userId">,
  { reportId, version }: { reportId: string; version: number },
  decision: ReportDecision,
  now: Date,
): Promise<Result<{ status: "upheld" | "dismissed" }, DecideReportRefusal>> {
  try {
    return await db().$transaction((tx) => decide(viewer.userId, reportId, version, decision, now, tx));
  } catch (error) {
    if (error instanceof Changed) return refuse("changed");
    throw error;
  }
}

async function decide(
  moderatorId: string,
  reportId: string,
  version: number,
  decision: ReportDecision,
  now: Date,
  tx: Db,
): Promise<Result<{ status: "upheld" | "dismissed" }, DecideReportRefusal>> {
  const report = await tx.report.findFirst({
    where: { id: reportId, subjectKind: "review" },
    select: { id: true, subjectId: true, status: true, createdAt: true },
  });
  if (report === null) return refuse("not_found");
  const viewer = { userId: moderatorId };
  if (await isOwnMatter(viewer, "report", reportId, tx)) return refuse("own_matter");
  if (await isClaimedByAnother(viewer, "report", reportId, now, tx)) return refuse("claimed");
  if (report.status === "open") return refuse("not_claimed");
  const status = nextReportStatus(report.status, decision.outcome);
  if (status !== "upheld" && status !== "dismissed") return refuse("changed");
  const { count } = await tx.report.updateMany({
    where: { id: reportId, version, status: report.status },
    data: { status, version: { increment: 1 }, closedAt: now, reporterKey: null },
  });
  if (count !== 1) return refuse("changed");
  await tx.defamationNotice.updateMany({ where: { reportId, actedAt: null }, data: { actedAt: now } });

  const reason = decision.outcome === "uphold" ? decision.reason : null;
  const shared = { moderatorId, note: decision.note, reason };
  const decided: Decision[] = [
    {
      ...shared,
      subjectKind: "report",
      subjectId: reportId,
      fromState: report.status,
      toState: status,
      subjectVersion: version,
      waitingSince: report.createdAt,
      stars: null,
    },
  ];
  const others = { reportId, reviewId: report.subjectId, moderatorId };
  if (reason === null) {
    const restored = await restoreReportedReview(others, now, tx);
    if (restored === "changed") throw new Changed();
    if (restored) decided.push({ ...shared, ...restored });
  } else {
    const removed = await removeReportedReview({ ...others, reason, since: report.createdAt }, now, tx);
    if (removed === "changed") throw new Changed();
    if (removed) decided.push({ ...shared, ...removed });
    decided.push(...(await closeSameReports({ ...others, reason }, now, tx)));
  }
  await tellReporter(reportId, reason, tx);
  for (const entry of decided) await recordDecision(entry, tx);
  return ok({ status });
}
