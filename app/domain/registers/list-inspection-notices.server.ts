import { z } from "zod";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { QUEUE_ITEMS_PER_PAGE } from "#app/domain/moderation/queue.ts";
import type { InspectionNotices } from "#app/domain/registers/inspection-notice.ts";
import { isOwnPremisesSql } from "#app/domain/registers/own-premises.server.ts";
import { listingSourceTitle } from "#app/domain/registers/listing-source.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const outcome = z.enum(["pass", "conditional_pass", "closed"]);
const row = z.object({
  id: z.uuid(),
  premisesName: z.string(),
  city: z.string(),
  inspectedOn: z.date(),
  outcome,
  previousOutcome: outcome,
  source: z.string(),
  noticedAt: z.date(),
  seenAt: z.date().nullable(),
  seenBy: z.string().nullable(),
  profiles: z.array(z.object({ slug: z.string(), name: z.string() })),
  total: z.number(),
});

/** One page of inspections that went worse, newest first. Those of premises where the viewer works are for others. */
export async function listInspectionNotices(
  viewer: Pick<Viewer, "userId">,
  page: number,
  tx: Db = db(),
): Promise<InspectionNotices> {
  const found = await tx.$queryRaw`
    SELECT n."inspectionId" AS id, p.name AS "premisesName", p.city, i."inspectedOn", i.outcome, n."previousOutcome",
      i.source, n."createdAt" AS "noticedAt", n."seenAt", u."displayName" AS "seenBy", count(*) OVER ()::float8 AS total,
      (SELECT coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) ORDER BY t.name, t.slug), '[]')
        FROM "TechnicianPremises" tp JOIN "Technician" t ON t.id = tp."technicianId"
        WHERE tp."premisesId" = p.id AND ${visibleTechnicianSql}) AS profiles
    FROM "InspectionNotice" n JOIN "Inspection" i ON i.id = n."inspectionId" JOIN "Premises" p ON p.id = i."premisesId"
      LEFT JOIN "User" u ON u.id = n."seenById"
    WHERE NOT ${isOwnPremisesSql(viewer.userId)}
    ORDER BY n."createdAt" DESC, n."inspectionId"
    LIMIT ${QUEUE_ITEMS_PER_PAGE}::int OFFSET ${(page - 1) * QUEUE_ITEMS_PER_PAGE}::int`;
  const rows = z.array(row).parse(found);
  return {
    notices: rows.map(({ total: _total, source, seenAt, seenBy, inspectedOn, noticedAt, ...rest }) => ({
      ...rest,
      inspectedOn: dayOf(inspectedOn),
      noticedAt: noticedAt.toISOString(),
      registerTitle: listingSourceTitle(source),
      seen: seenAt === null ? null : { at: seenAt.toISOString(), by: seenBy },
    })),
    page,
    pageCount: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / QUEUE_ITEMS_PER_PAGE)),
  };
}
