import { isRowId } from "#app/platform/row-id.ts";

/*
 * What a moderator asks of the audit record. The same fields as query of the page and as form of the export; values
 * that don't fit are left out, and the page says which.
 */
export type AuditFilter = {
  /** Days in UTC, "2026-03-08", both included. */
  from: string | null;
  to: string | null;
  /** The beginning of an action's name. */
  action: string | null;
  actorId: string | null;
  /** An id, or the kind of all subjects: "review". */
  subject: string | null;
};

type AuditField = "from" | "to" | "action" | "actor" | "subject";

const FITS: Record<AuditField, (text: string) => boolean> = {
  from: isDay,
  to: isDay,
  action: (text) => /^[a-z][a-z_]{0,59}$/.test(text),
  actor: isRowId,
  subject: (text) => /^[a-z][a-z_]{0,59}$/.test(text) || /^[\w.:-]{1,100}$/.test(text),
};

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && text >= "2000" && text < "2200";
}

export function readAuditFilter(query: URLSearchParams): { filter: AuditFilter; ignored: AuditField[] } {
  const ignored: AuditField[] = [];
  const read = (field: AuditField) => {
    const text = query.get(field)?.trim() ?? "";
    if (text === "") return null;
    if (FITS[field](text)) return text;
    ignored.push(field);
    return null;
  };
  const [from, to, action, actorId, subject] = [
    read("from"),
    read("to"),
    read("action"),
    read("actor"),
    read("subject"),
  ];
  return { filter: { from, to, action, actorId, subject }, ignored };
}

/** The filter as the query that gives it. */
export function auditQuery({ from, to, action, actorId, subject }: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries({ from, to, action, actor: actorId, subject })) {
    if (value !== null) query.set(field, value);
  }
  return query;
}

/** The row to start before, from the query; null for the newest. */
export function readBefore(query: URLSearchParams): bigint | null {
  const text = query.get("before") ?? "";
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}
