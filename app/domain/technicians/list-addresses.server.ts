import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { LOWEST_ID, visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Rows read at once: few enough that writing them out never holds up other requests. */
const BATCH = 500;
type AddressRow = { id: string; slug: string; updatedAt: Date };

/**
 * Addresses of visible technicians, oldest entries first, so that new ones come last and the files of a sitemap keep
 * what they hold. Reads a batch when the one before is used up, going on from the last id.
 */
export async function* listTechnicianAddresses(
  { skip, limit }: { skip: number; limit: number },
  tx: Db = db(),
): AsyncGenerator<{ path: string; changedAt: Date }> {
  let left = limit;
  let offset = skip;
  let after = LOWEST_ID;
  while (left > 0) {
    const wanted = Math.min(BATCH, left);
    const rows: AddressRow[] = await tx.$queryRaw<AddressRow[]>`
      SELECT t.id, t.slug, t."updatedAt" FROM "Technician" t
      WHERE ${visibleTechnicianSql} AND t.id > ${after}::uuid
      ORDER BY t.id LIMIT ${wanted}::int OFFSET ${offset}::int`;
    for (const { slug, updatedAt } of rows) yield { path: technicianPath(slug), changedAt: updatedAt };
    const last = rows.at(-1);
    if (!last || rows.length < wanted) return;
    left -= rows.length;
    offset = 0;
    after = last.id;
  }
}
