import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { auditQuery, readAuditFilter } from "#app/domain/moderation/audit-filter.ts";
import { EXPORT_FORMATS, exportAudit } from "#app/domain/moderation/export-audit.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { requireModerator, requireRecentAuth } from "#app/platform/require-viewer.server.ts";

const MEDIA_TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" };

/** A file with the rows of the audit record that match; the form stands on the record's page. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) return refuse(form.reason);
  const format = EXPORT_FORMATS.find((known) => known === form.value.get("format"));
  const { filter, ignored } = readAuditFilter(form.value);
  if (!format || ignored.length > 0) return refuse(400);
  // There is nothing to read at this address: after the password one is led back to the page with the form.
  const page = new URL(`/moderation/audit?${auditQuery(filter).toString()}`, request.url);
  requireRecentAuth(new Request(page), viewer);
  const rows = await exportAudit(viewer, format, filter);
  const file = `audit-${new Date().toISOString().slice(0, 10)}.${format}`;
  return new Response(createReadableStreamFromReadable(Readable.from(rows)), {
    headers: {
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename="${file}"`,
      "Cache-Control": "no-store",
    },
  });
}

function refuse(status: number): Response {
  return new Response("This form does not fit. Go back to the audit record and send it again.\n", {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
