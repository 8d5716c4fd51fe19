import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { AUDIT_PROBLEMS, verifyAudit } from "#app/platform/verify-audit.server.ts";
import type { AuditAnchor, AuditVerdict } from "#app/platform/verify-audit.server.ts";

/** How the record stood when it was last looked at. */
export type AuditStanding = {
  checkedAt: Date;
  lastSequence: bigint;
  broken: { sequence: bigint; problem: string } | null;
};

/** The last row that held in any look so far, or null before the first. */
async function findAuditAnchor(tx: Db = db()): Promise<AuditAnchor | null> {
  const found = await tx.auditCheck.findFirst({
    where: { brokenSequence: null, lastSequence: { gt: 0 } },
    orderBy: { lastSequence: "desc" },
    select: { lastSequence: true, lastHash: true },
  });
  return found && { sequence: found.lastSequence, hash: found.lastHash };
}

export async function findAuditStanding(tx: Db = db()): Promise<AuditStanding | null> {
  const found = await tx.auditCheck.findFirst({ orderBy: { id: "desc" } });
  if (!found) return null;
  const { checkedAt, lastSequence, brokenSequence, problem } = found;
  const broken = brokenSequence === null ? null : { sequence: brokenSequence, problem: problem ?? "" };
  return { checkedAt, lastSequence, broken };
}

/** Keeps what a look found; the last row that held becomes the anchor of the next. */
async function keepAuditVerdict({ rowCount, last, broken }: AuditVerdict, now: Date, tx: Db = db()) {
  await tx.auditCheck.create({
    data: {
      checkedAt: now,
      rowCount,
      lastSequence: last?.sequence ?? 0n,
      lastHash: last?.hash ?? "",
      brokenSequence: broken?.sequence ?? null,
      problem: broken && AUDIT_PROBLEMS[broken.problem],
    },
  });
}

/**
 * For the clock: looks at what came since the last look that held, and keeps the outcome. Throws when the record is
 * broken, so that it is logged as an error each time until somebody has dealt with it.
 */
export async function checkNewestAudit(now: Date): Promise<void> {
  const verdict = await verifyAudit({ from: await findAuditAnchor() });
  await keepAuditVerdict(verdict, now);
  if (verdict.broken) {
    const { sequence, problem } = verdict.broken;
    throw new Error(`the audit record is broken at row ${sequence}: ${AUDIT_PROBLEMS[problem]}`);
  }
}

/** All of it from the first row, and that every row seen by the last look is still the same. */
export async function checkWholeAudit(now: Date, onRows?: (rowCount: number) => void): Promise<AuditVerdict> {
  const anchor = await findAuditAnchor();
  const verdict = await verifyAudit({ anchors: anchor ? [anchor] : [], ...(onRows && { onRows }) });
  await keepAuditVerdict(verdict, now);
  return verdict;
}
