import { z } from "zod";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const isUuid = z.uuid();
const rowsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    authorName: z.string(),
    publishedOn: z.string(),
    technicianId: z.string(),
    technicianName: z.string(),
    slug: z.string(),
    isSample: z.boolean(),
  }),
);
export type ReportableReview = z.output<typeof rowsSchema>[number];

/** A review that readers can see, with the words that a report is about; null for anything else. */
export async function findReportableReview(id: string, tx: Db = db()): Promise<ReportableReview | null> {
  if (!isUuid.safeParse(id).success) return null;
  const rows = await tx.$queryRaw`
    SELECT r.id, r.title, r.text, coalesce(u."displayName", 'Somebody') AS "authorName",
      to_char(r."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn",
      t.id AS "technicianId", t.name AS "technicianName", t.slug, r."isSample"
    FROM "Review" r JOIN "Technician" t ON t.id = r."technicianId" LEFT JOIN "User" u ON u.id = r."authorId"
    WHERE r.id = ${id}::uuid AND ${visibleReviewSql} AND ${visibleTechnicianSql}`;
  return rowsSchema.parse(rows)[0] ?? null;
}
