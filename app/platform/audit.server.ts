import type { Db } from "#app/platform/db.server.ts";

export type AuditEntry = {
  /** Null for visitors and for the clock. */
  actorId: string | null;
  /** What was done, in the past tense: "review_approved", "signed_in", "document_viewed". */
  action: string;
  subjectKind: string;
  subjectId: string;
  fromState?: string | null;
  toState?: string | null;
  reason?: string | null;
  requestId?: string | null;
};

/**
 * Appends to the audit record. Make it the LAST statement of the transaction: the database chains the rows under one
 * lock that is held until the end. Entries hold no text that somebody wrote, no address, token or file name (L-01).
 */
export async function recordAudit(entry: AuditEntry, tx: Db): Promise<void> {
  await recordAudits([entry], tx);
}

/** Several at once, in order. */
export async function recordAudits(entries: readonly AuditEntry[], tx: Db): Promise<void> {
  // The trigger of the table fills in the chain.
  await tx.auditEvent.createMany({ data: entries.map((entry) => ({ ...entry, previousHash: "", hash: "" })) });
}
