import type { AuditFilter } from "#app/domain/moderation/audit-filter.ts";
import { readAudit } from "#app/domain/moderation/list-audit.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { csvLine } from "#app/platform/csv.ts";
import { db } from "#app/platform/db.server.ts";
import type { AuditEvent } from "#app/platform/generated/prisma/client.ts";

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const COLUMNS = [
  "sequence",
  "at",
  "actorId",
  "action",
  "subjectKind",
  "subjectId",
  "fromState",
  "toState",
  "reason",
  "requestId",
  "previousHash",
  "hash",
] as const;

/**
 * Records that somebody takes the rows with them, then gives them out as text, batch by batch: whoever verifies the
 * chain elsewhere needs every column, so hashes are in it.
 */
export async function exportAudit(
  viewer: { userId: string },
  format: ExportFormat,
  filter: AuditFilter,
): Promise<AsyncGenerator<string>> {
  const entry = { actorId: viewer.userId, action: "audit_exported", subjectKind: "audit_record", subjectId: format };
  await db().$transaction((tx) => recordAudit(entry, tx));
  return write(format, readAudit(filter));
}

async function* write(format: ExportFormat, batches: AsyncIterable<AuditEvent[]>): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(COLUMNS);
  for await (const rows of batches) {
    yield rows.map((row) => (format === "csv" ? csvLine(cellsOf(row)) : `${JSON.stringify(factsOf(row))}\n`)).join("");
  }
}

const cellsOf = (row: AuditEvent) =>
  COLUMNS.map((column) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : value;
  });

const factsOf = (row: AuditEvent) => ({ ...row, sequence: String(row.sequence) });
