import type { Signal } from "#app/domain/reviews/signals/signal.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One line per review and kind: the newest finding in place of an older one. */
export async function writeSignal(reviewId: string, signal: Signal, now: Date, tx: Db): Promise<void> {
  const { kind, detail, relatedIds } = signal;
  await tx.reviewSignal.upsert({
    where: { reviewId_kind: { reviewId, kind } },
    create: { reviewId, kind, detail, relatedIds, createdAt: now },
    update: { detail, relatedIds },
  });
}
