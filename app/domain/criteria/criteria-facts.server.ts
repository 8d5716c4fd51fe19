import { caseIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL for one technician's `CriteriaFacts` as JSON, to be used where `t` is a row of "Technician": lists, profiles and
 * the indexer read the same facts in the query they make anyway.
 */
export const criteriaFactsSql = Prisma.sql`json_build_object(
  'hasUnderstandingStatement', coalesce(t."understandingStatement", '') <> '',
  'hasOwnHairLoss', t."hasOwnHairLoss",
  'hasDedicationWords', coalesce(t."dedicationStatement", '') <> '' OR t."practisingSince" IS NOT NULL
    OR t."smpShare" IS NOT NULL OR EXISTS (SELECT 1 FROM "TechnicianAnswer" q WHERE q."technicianId" = t.id),
  'publishedCases', (SELECT count(*) FROM "PortfolioCase" c WHERE c."technicianId" = t.id AND c.status = 'published' AND ${caseIsConsentedSql}),
  'submittedCases', (SELECT count(*) FROM "PortfolioCase" c WHERE c."technicianId" = t.id AND c.status = 'submitted'),
  'latestInspection', (
    SELECT max(latest.outcome) FROM (
      SELECT DISTINCT ON (i."premisesId") i.outcome
      FROM "TechnicianPremises" tp JOIN "Inspection" i ON i."premisesId" = tp."premisesId"
      WHERE tp."technicianId" = t.id AND (tp."guestUntil" IS NULL OR tp."guestUntil" >= CURRENT_DATE)
      ORDER BY i."premisesId", i."inspectedOn" DESC, i.outcome DESC
    ) latest),
  'evidence', (
    SELECT coalesce(json_agg(json_build_object(
      'criterion', e.criterion, 'status', e.status, 'expiresOn', e."expiresOn",
      'isNotRequired', coalesce(a."notRequired", false))), '[]'::json)
    FROM "Evidence" e LEFT JOIN "Authorization" a ON a."evidenceId" = e.id
    WHERE e."technicianId" = t.id AND e.status NOT IN ('rejected', 'superseded', 'withdrawn'))
)`;
