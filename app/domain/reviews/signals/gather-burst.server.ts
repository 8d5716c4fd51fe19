import { BURST_DAYS } from "#app/domain/reviews/signals/find-burst.ts";
import type { BurstFacts } from "#app/domain/reviews/signals/find-burst.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** How far back the technician's own rate is taken from. */
const HISTORY_DAYS = 365;

export async function gatherBurst({ id, technicianId, submittedAt }: ReviewUnderTest, tx: Db): Promise<BurstFacts> {
  const from = new Date(submittedAt.getTime() - BURST_DAYS * DAY_MS);
  const since = new Date(from.getTime() - HISTORY_DAYS * DAY_MS);
  const others = { technicianId, id: { not: id } };
  const [recent, earlier] = await Promise.all([
    tx.review.findMany({
      where: { ...others, submittedAt: { gt: from, lte: submittedAt } },
      orderBy: { submittedAt: "desc" },
      take: 99,
      select: { id: true },
    }),
    tx.review.aggregate({
      where: { ...others, submittedAt: { gt: since, lte: from } },
      _count: true,
      _min: { submittedAt: true },
    }),
  ]);
  const first = earlier._min.submittedAt;
  return {
    recentIds: [id, ...recent.map((other) => other.id)],
    ownId: id,
    earlierCount: earlier._count,
    earlierDays: first === null ? 0 : Math.max(1, (from.getTime() - first.getTime()) / DAY_MS),
  };
}
