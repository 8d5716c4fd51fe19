import { DAY_MS } from "#app/platform/durations.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Days for which the document of decided evidence is still kept, for questions about the decision. */
const KEPT_DAYS = 90;

/**
 * Sets the day on which the document behind decided evidence is deleted, unless other evidence that is not decided yet
 * rests on the same document. Hash, dates and what was decided stay.
 */
export async function scheduleEvidencePurge(evidenceId: string, decidedAt: Date, tx: Db): Promise<void> {
  const undecided = { id: { not: evidenceId }, status: { in: ["submitted" as const, "in_check" as const] } };
  await tx.privateDocument.updateMany({
    where: { purgedAt: null, evidence: { some: { id: evidenceId }, none: undecided } },
    data: { purgeAfter: new Date(decidedAt.getTime() + KEPT_DAYS * DAY_MS) },
  });
}
