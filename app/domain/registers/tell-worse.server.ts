import { z } from "zod";
import { worseInspectionMail } from "#app/domain/registers/inspection-mails.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

const keeper = z.object({ inspectionId: z.uuid(), to: z.string(), slug: z.string(), isPublic: z.boolean() });

/**
 * Of inspections that have just come in, notes those that are later and went worse than the latest one before them at
 * the same premises, and writes to whoever keeps a profile there. Only of premises with an inspection that was in by
 * `knownUntil`: the past of a new establishment is no news.
 */
export async function tellWorse(inspectionIds: readonly string[], knownUntil: Date, tx: Db): Promise<void> {
  if (inspectionIds.length === 0) return;
  // The worse of two outcomes on one day is the latest, as on the profile.
  const rows = await tx.$queryRaw`
    WITH worse AS (
      INSERT INTO "InspectionNotice" ("inspectionId", "previousOutcome")
      SELECT n.id, earlier.outcome
      FROM "Inspection" n CROSS JOIN LATERAL (
        SELECT e.outcome FROM "Inspection" e WHERE e."premisesId" = n."premisesId" AND e."inspectedOn" < n."inspectedOn"
        ORDER BY e."inspectedOn" DESC, e.outcome DESC LIMIT 1) earlier
      WHERE n.id = ANY (${inspectionIds}::uuid[]) AND n.outcome > earlier.outcome
        AND n."inspectedOn" > (SELECT max(k."inspectedOn") FROM "Inspection" k
          WHERE k."premisesId" = n."premisesId" AND k."createdAt" <= ${knownUntil})
      ON CONFLICT DO NOTHING
      RETURNING "inspectionId")
    SELECT w."inspectionId", u.email AS to, t.slug, t.status IN ('published', 'unclaimed') AS "isPublic"
    FROM worse w JOIN "Inspection" n ON n.id = w."inspectionId"
      JOIN "TechnicianPremises" tp ON tp."premisesId" = n."premisesId"
      JOIN "Technician" t ON t.id = tp."technicianId" AND t.status <> 'suspended'
      JOIN "User" u ON u.id = t."ownerId" AND u."suspendedAt" IS NULL AND u."emailVerifiedAt" IS NOT NULL
    WHERE tp."guestUntil" IS NULL OR tp."guestUntil" >= CURRENT_DATE`;
  for (const row of z.array(keeper).parse(rows)) await queueMail(worseInspectionMail(row), tx);
}
