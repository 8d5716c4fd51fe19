import { findSerialReporting } from "#app/domain/reviews/signals/find-serial-reporting.ts";
import { writeSignal } from "#app/domain/reviews/signals/write-signal.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** Marks a reported review for its moderator when most of the reporter's decided reports of a year were dismissed. */
export async function raiseSerialReporting(reporterId: string, reviewId: string, now: Date, tx: Db): Promise<void> {
  const createdAt = { gt: new Date(now.getTime() - 365 * DAY_MS) };
  const counted = await tx.report.groupBy({
    by: ["status"],
    where: { reporterId, status: { in: ["dismissed", "upheld"] }, createdAt },
    _count: true,
  });
  const countOf = (status: string) => counted.find((group) => group.status === status)?._count ?? 0;
  const signal = findSerialReporting({ dismissed: countOf("dismissed"), upheld: countOf("upheld") });
  if (signal !== null) await writeSignal(reviewId, signal, now, tx);
}
