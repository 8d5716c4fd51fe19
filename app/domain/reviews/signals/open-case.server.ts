import type { Signal } from "#app/domain/reviews/signals/signal.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * A picture that was sent now turns up in reviews that readers see already: each of those gets a report that nobody
 * sent, so that a moderator looks at it. The review stays as it is until they decide. One open case per review, and
 * none again about what a moderator has looked at and left.
 */
export async function openCases(reviewId: string, { relatedIds }: Signal, now: Date, tx: Db): Promise<void> {
  if (relatedIds.length === 0) return;
  const published = await tx.review.findMany({
    where: { id: { in: relatedIds }, status: { in: ["published", "under_investigation"] } },
    orderBy: { id: "asc" },
    select: { id: true, isSample: true },
  });
  for (const { id, isSample } of published) {
    // The other side of the same finding, so that both items show it.
    const detail =
      "A picture of this review, or one that looks the same, was sent with a review of another technician.";
    const kind = "picture_reuse" as const;
    await tx.reviewSignal.upsert({
      where: { reviewId_kind: { reviewId: id, kind } },
      create: { reviewId: id, kind, detail, relatedIds: [reviewId], createdAt: now },
      update: {},
    });
    const reason = "copied_or_generated" as const;
    const about = { subjectKind: "review" as const, subjectId: id, reason };
    const bySignal = { reporterKey: null, reporterId: null, reporterEmail: null, receiptHash: null };
    if ((await tx.report.count({ where: { ...about, ...bySignal, closedAt: { not: null } } })) > 0) continue;
    const { count } = await tx.report.createMany({
      data: [{ ...about, explanation: detail, reporterKey: SIGNAL_KEY, createdAt: now, isSample }],
      skipDuplicates: true,
    });
    if (count === 0) continue;
    const report = await tx.report.findFirstOrThrow({
      where: { ...about, reporterKey: SIGNAL_KEY },
      select: { id: true },
    });
    const entry = { actorId: null, action: "case_opened", subjectKind: "report", subjectId: report.id };
    await recordAudit({ ...entry, toState: "open", reason }, tx);
  }
}

/** Who "sent" a case that a signal opened: the partial unique index makes of two findings one open case. */
const SIGNAL_KEY = "signal picture_reuse";
