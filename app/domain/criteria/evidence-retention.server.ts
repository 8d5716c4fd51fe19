import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/*
 * How long a document beside evidence is kept (P-03): as long as somebody waits for a decision, and 90 days after it.
 * The hash of the file and what was decided stay.
 */
const DAYS_AFTER_DECISION = 90;

const WAITING = ["submitted", "in_check"] as const;

/**
 * Sets the day on which the document beside a decided piece of evidence is deleted; a document that other evidence still
 * waits with is left for that one's decision. Call it in the transaction of every decision, also of one that asks for a
 * better copy.
 */
export async function scheduleEvidencePurge(evidenceId: string, decidedAt: Date, tx: Db): Promise<void> {
  await tx.privateDocument.updateMany({
    where: {
      purgedAt: null,
      evidence: {
        some: { id: evidenceId },
        none: { id: { not: evidenceId }, status: { in: [...WAITING] } },
      },
    },
    data: { purgeAfter: new Date(decidedAt.getTime() + DAYS_AFTER_DECISION * DAY_MS) },
  });
}

/** Keeps an own document for as long as it waits for a decision. False: it isn't theirs, or its bytes are gone. */
export async function keepWhileWaiting(documentId: string, ownerId: string, tx: Db): Promise<boolean> {
  const { count } = await tx.privateDocument.updateMany({
    where: { id: documentId, ownerId, purgedAt: null },
    data: { purgeAfter: null },
  });
  return count === 1;
}

/** The document of evidence that its owner took back before a decision goes with the next round, unless others use it. */
export async function purgeTakenBack(documentId: string, evidenceId: string, now: Date, tx: Db): Promise<void> {
  await tx.privateDocument.updateMany({
    where: { id: documentId, purgeAfter: null, purgedAt: null, evidence: { none: { id: { not: evidenceId } } } },
    data: { purgeAfter: now },
  });
}
