import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import { caseIsConsentedSql, photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import type { TechnicianFacts } from "#app/domain/search/technician-document.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What the index holds of the given technicians, read as it is now; those that readers may not see are missing. */
export async function loadFacts(ids: string[], tx: Db): Promise<TechnicianFacts[]> {
  return tx.$queryRaw<TechnicianFacts[]>`
    SELECT t.id, t.name, t.status, t.bio, t.treatments::text[], t.concerns::text[], t."skinTypes", t.languages, t.gender,
      t."ratingMean"::float8 AS "ratingMean", t."ratingScore", t."reviewCount",
      to_json(coalesce(t."publishedAt", t."createdAt")) #>> '{}' AS "publishedAt",
      ${criteriaFactsSql} AS criteria,
      (SELECT coalesce(json_agg(json_build_object('name', p.name, 'city', p.city, 'region', p.region,
          'countryCode', p."countryCode", 'postcode', p.postcode, 'lat', p.lat, 'lng', p.lng, 'features', p.features)
          ORDER BY tp.position, p.id), '[]'::json)
        FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"
        WHERE tp."technicianId" = t.id) AS premises,
      (SELECT coalesce(json_agg(json_build_object('currency', b.currency, 'amount', b."amountFrom")), '[]'::json)
        FROM "PriceBand" b WHERE b."technicianId" = t.id) AS prices,
      (SELECT max(ph."daysSinceLastSession") FROM "PortfolioCase" c JOIN "Photo" ph ON ph."portfolioCaseId" = c.id
        WHERE c."technicianId" = t.id AND c.status = 'published' AND ${caseIsConsentedSql} AND ${photoIsConsentedSql}) AS "oldestResultDays"
    FROM "Technician" t
    WHERE t.id = ANY(${ids}::uuid[]) AND ${visibleTechnicianSql}`;
}
