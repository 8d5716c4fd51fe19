import { raiseSignals } from "#app/domain/reviews/signals/raise-signals.server.ts";
import { db } from "#app/platform/db.server.ts";

/** In one turn of the job; the next comes within seconds. */
const MOST = 20;

/** Looks for signals of the reviews that arrived since the last turn, oldest first. Returns how many it looked at. */
export async function checkWaitingReviews(now: Date): Promise<number> {
  const waiting = await db().review.findMany({
    where: { signalsCheckedAt: null, submittedAt: { not: null }, status: { in: ["pending", "in_review"] } },
    orderBy: { submittedAt: "asc" },
    take: MOST,
    select: { id: true },
  });
  for (const { id } of waiting) await db().$transaction((tx) => raiseSignals(id, now, tx));
  return waiting.length;
}
