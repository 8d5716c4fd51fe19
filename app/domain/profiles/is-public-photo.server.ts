import { caseIsConsentedSql, photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Whether readers may see the picture with this storage key: it belongs to a published case, review or follow-up of a
 * technician that they may see. Asked at every request, so that what is taken back is gone at once.
 */
export async function isPublicPhoto(storageKey: string, tx: Db = db()): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "Photo" ph
        LEFT JOIN "PortfolioCase" c ON c.id = ph."portfolioCaseId" AND c.status = 'published' AND ${caseIsConsentedSql}
        LEFT JOIN "ReviewFollowUp" f ON f.id = ph."reviewFollowUpId" AND f.status = 'published'
        LEFT JOIN "Review" r ON r.id = coalesce(ph."reviewId", f."reviewId")
          AND ${visibleReviewSql}
        JOIN "Technician" t ON t.id = coalesce(c."technicianId", r."technicianId") AND ${visibleTechnicianSql}
      WHERE ph."storageKey" = ${storageKey} AND ${photoIsConsentedSql}
    ) AS found`;
  return rows[0]?.found ?? false;
}
