import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AuditEvent } from "#app/platform/generated/prisma/client.ts";

/** A row of the record by which it can be known again. */
export type AuditAnchor = { sequence: bigint; hash: string };

export type AuditProblem =
  /** The row's content is not what its hash was made from. */
  | "changed"
  /** The row does not follow the one before it: one was taken out, put in or moved. */
  | "out_of_chain"
  /** The row up to which the record held before is gone or another. */
  | "anchor_lost";

export const AUDIT_PROBLEMS: Record<AuditProblem, string> = {
  changed: "its content is not what it was when it was written",
  out_of_chain: "it does not follow the row before it: a row was taken out, put in or moved",
  anchor_lost: "this row was seen by an earlier check and is gone or another now",
};

export type AuditVerdict = {
  /** Rows that were recomputed. */
  rowCount: number;
  /** The last row that held: the anchor where there was nothing after it, null for an empty record. */
  last: AuditAnchor | null;
  broken: { sequence: bigint; problem: AuditProblem } | null;
};

const BATCH = 1_000;
const SEPARATOR = "\u001f";

type Row = Omit<AuditEvent, "at"> & { at: Date };

/** The text that the database hashes (migration accounts_reviews_moderation), made here a second time on purpose. */
function hashOf(row: Row): string {
  const { previousHash, sequence, at, actorId, action, subjectKind, subjectId } = row;
  const head = [previousHash, String(sequence), at.toISOString(), actorId ?? "", action, subjectKind, subjectId];
  const tail = [row.fromState, row.toState, row.reason, row.requestId].map((text) => text ?? "");
  return createHash("sha256")
    .update([...head, ...tail].join(SEPARATOR), "utf8")
    .digest("hex");
}

type Looked = { from?: AuditAnchor | null; anchors?: readonly AuditAnchor[]; onRows?: (rowCount: number) => void };

/**
 * Recomputes the chain row by row, in batches, without the database's own function: all of it, or what came after
 * `from`. `anchors` are rows that held before and must still be there. Stops at the first row that is wrong.
 */
export async function verifyAudit(
  { from = null, anchors = [], onRows }: Looked = {},
  tx: Db = db(),
): Promise<AuditVerdict> {
  let last = from;
  let rowCount = 0;
  const broken = (sequence: bigint, problem: AuditProblem): AuditVerdict => ({
    rowCount,
    last,
    broken: { sequence, problem },
  });
  for (const anchor of [...(from ? [from] : []), ...anchors]) {
    const found = await tx.auditEvent.findUnique({ where: { sequence: anchor.sequence }, select: { hash: true } });
    if (found?.hash !== anchor.hash) return broken(anchor.sequence, "anchor_lost");
  }
  for (;;) {
    const rows = await tx.auditEvent.findMany({
      where: { sequence: { gt: last?.sequence ?? 0n } },
      orderBy: { sequence: "asc" },
      take: BATCH,
    });
    for (const row of rows) {
      if (row.previousHash !== (last?.hash ?? "")) return broken(row.sequence, "out_of_chain");
      if (row.hash !== hashOf(row)) return broken(row.sequence, "changed");
      last = { sequence: row.sequence, hash: row.hash };
      rowCount += 1;
    }
    onRows?.(rowCount);
    if (rows.length < BATCH) return { rowCount, last, broken: null };
    // Other requests come first: a whole record is minutes of work.
    await setImmediate();
  }
}
