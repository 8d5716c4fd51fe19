import type { AuditFilter } from "#app/domain/moderation/audit-filter.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import type { AuditEvent, Prisma } from "#app/platform/generated/prisma/client.ts";
import { isRowId } from "#app/platform/row-id.ts";

export const AUDIT_ROWS_PER_PAGE = 50;
const EXPORT_BATCH = 1_000;
/** Of how many rows the names of actions are offered to choose from. */
const RECENT_ROWS = 2_000;

/** A row as the page shows it. */
export type AuditLine = {
  sequence: string;
  at: string;
  /** The account, and the name it shows if it is a moderator's: others are no more than an id here. */
  actorId: string | null;
  moderatorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  fromState: string | null;
  toState: string | null;
  reason: string | null;
};

export type AuditPage = {
  lines: AuditLine[];
  /** The row to ask for what is older, or null at the end. */
  olderBefore: string | null;
  actions: string[];
};

function whereOf({ from, to, action, actorId, subject }: AuditFilter): Prisma.AuditEventWhereInput {
  return {
    ...((from ?? to) && {
      at: {
        ...(from && { gte: new Date(`${from}T00:00:00Z`) }),
        ...(to && { lt: new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS) }),
      },
    }),
    ...(action && { action: { startsWith: action } }),
    ...(actorId && { actorId }),
    ...(subject && (isRowId(subject) || /[^a-z_]/.test(subject) ? { subjectId: subject } : { subjectKind: subject })),
  };
}

/** Newest first, by pages that stay the same while rows are added. */
export async function listAudit(filter: AuditFilter, before: bigint | null, tx: Db = db()): Promise<AuditPage> {
  const where = whereOf(filter);
  const [rows, actions] = await Promise.all([
    tx.auditEvent.findMany({
      where: before === null ? where : { AND: [where, { sequence: { lt: before } }] },
      orderBy: { sequence: "desc" },
      take: AUDIT_ROWS_PER_PAGE + 1,
    }),
    tx.$queryRaw<{ action: string }[]>`
      SELECT DISTINCT action FROM (SELECT action FROM "AuditEvent" ORDER BY sequence DESC LIMIT ${RECENT_ROWS}) recent
      ORDER BY action`,
  ]);
  const shown = rows.slice(0, AUDIT_ROWS_PER_PAGE);
  const actorIds = [...new Set(shown.flatMap(({ actorId }) => actorId ?? []))];
  const moderators = await tx.user.findMany({
    where: { id: { in: actorIds }, roles: { has: "moderator" } },
    select: { id: true, displayName: true },
  });
  const names = new Map(moderators.map(({ id, displayName }) => [id, displayName]));
  return {
    lines: shown.map((row) => toLine(row, names)),
    olderBefore: rows.length > shown.length ? String(shown.at(-1)?.sequence ?? "") : null,
    actions: actions.map((row) => row.action),
  };
}

function toLine(row: AuditEvent, names: ReadonlyMap<string, string>): AuditLine {
  const { sequence, at, actorId, action, subjectKind, subjectId, fromState, toState, reason } = row;
  const moderatorName = (actorId !== null && names.get(actorId)) || null;
  const said = { action, subjectKind, subjectId, fromState, toState, reason };
  return { sequence: String(sequence), at: at.toISOString(), actorId, moderatorName, ...said };
}

/** Every row of the filter, oldest first, batch by batch, up to the row that is the newest at the start. */
export async function* readAudit(filter: AuditFilter, tx: Db = db()): AsyncGenerator<AuditEvent[]> {
  const newest = await tx.auditEvent.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true } });
  const where = whereOf(filter);
  let after = 0n;
  for (;;) {
    const rows = await tx.auditEvent.findMany({
      where: { AND: [where, { sequence: { gt: after, lte: newest?.sequence ?? 0n } }] },
      orderBy: { sequence: "asc" },
      take: EXPORT_BATCH,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < EXPORT_BATCH) return;
    after = rows.at(-1)?.sequence ?? after;
  }
}
