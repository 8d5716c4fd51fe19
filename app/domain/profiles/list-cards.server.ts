import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { criterionStates, dayOf } from "#app/domain/criteria/evidence.ts";
import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import { caseIsConsentedSql, photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";
import type { LatLng } from "#app/domain/places/distance.ts";
import type { TechnicianCard } from "#app/domain/profiles/card.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type CardRow = {
  id: string;
  slug: string;
  name: string;
  status: "published" | "unclaimed";
  isSample: boolean;
  treatments: Treatment[];
  reviewCount: number;
  ratingMean: number | null;
  ratingCounts: number[];
  facts: CriteriaFacts;
  premises: { name: string; city: string; region: string | null; countryCode: string } | null;
  priceFrom: { amount: number; currency: string } | null;
  photo: (Omit<NonNullable<TechnicianCard["photo"]>, "alt"> & { treatment: Treatment }) | null;
  inspection: { outcome: InspectionOutcome; inspectedOn: string } | null;
};

type CardOptions = {
  wanted?: Treatment[];
  /** Shows the place of work nearest to it, instead of the main one. */
  near?: LatLng | null;
  today?: string;
};

/**
 * Cards of the given technicians in the given order, in one query. Ids of technicians that readers may not see are
 * dropped here, whatever the search index says. Treatments that were searched for come first.
 */
export async function listCards(
  ids: string[],
  { wanted = [], near = null, today = dayOf(new Date()) }: CardOptions = {},
  tx: Db = db(),
): Promise<Map<string, TechnicianCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<CardRow[]>`
    SELECT t.id, t.slug, t.name, t.status, t."isSample", t.treatments::text[], t."reviewCount",
      t."ratingMean"::float8 AS "ratingMean", t."ratingCounts", ${criteriaFactsSql} AS facts,
      (SELECT json_build_object('name', p.name, 'city', p.city, 'region', p.region, 'countryCode', p."countryCode")
        FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"
        WHERE tp."technicianId" = t.id
        ORDER BY coalesce((p.lat - ${near?.lat ?? null}::float8) ^ 2
          + ((p.lng - ${near?.lng ?? null}::float8) * cos(radians(p.lat))) ^ 2, 0), tp.position, p.id LIMIT 1) AS premises,
      (SELECT json_build_object('amount', b."amountFrom", 'currency', b.currency)
        FROM "PriceBand" b WHERE b."technicianId" = t.id ORDER BY b."amountFrom" LIMIT 1) AS "priceFrom",
      (SELECT json_build_object('key', ph."storageKey", 'width', ph.width, 'height', ph.height,
          'placeholderColour', ph."placeholderColour", 'stage', ph.stage, 'treatment', c.treatment)
        FROM "PortfolioCase" c JOIN "Photo" ph ON ph."portfolioCaseId" = c.id
        WHERE c."technicianId" = t.id AND c.status = 'published' AND ph.stage <> 'before'
          AND ${caseIsConsentedSql} AND ${photoIsConsentedSql}
        ORDER BY ph.stage = 'fresh', c."checkedOn" DESC, ph.stage, ph.id LIMIT 1) AS photo,
      (SELECT json_build_object('outcome', i.outcome, 'inspectedOn', i."inspectedOn")
        FROM "TechnicianPremises" tp JOIN "Inspection" i ON i."premisesId" = tp."premisesId"
        WHERE tp."technicianId" = t.id ORDER BY i."inspectedOn" DESC, i.outcome DESC LIMIT 1) AS inspection
    FROM "Technician" t
    WHERE t.id = ANY(${ids}::uuid[]) AND ${visibleTechnicianSql}`;
  const byId = new Map(rows.map((row) => [row.id, toCard(row, wanted, today)]));
  return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as TechnicianCard] as const] : [])));
}

function photoAlt(stage: PhotoStage, treatment: Treatment): string {
  return `${TREATMENTS[treatment]}, ${STAGE_LABELS[stage].toLowerCase()} result`;
}

function toCard(row: CardRow, wanted: Treatment[], today: string): TechnicianCard {
  const matched = row.treatments.filter((key) => wanted.includes(key));
  return {
    slug: row.slug,
    name: row.name,
    isUnclaimed: row.status === "unclaimed",
    isSample: row.isSample,
    studio: row.premises?.name ?? "",
    city: row.premises?.city ?? "",
    region: row.premises?.region ?? null,
    countryCode: row.premises?.countryCode ?? "",
    distanceKm: null,
    states: criterionStates(row.facts, today),
    reviewCount: row.reviewCount,
    ratingMean: row.ratingMean,
    ratingCounts: row.ratingCounts,
    priceFrom: row.priceFrom,
    treatments: [...matched, ...row.treatments.filter((key) => !wanted.includes(key))].slice(0, 3),
    photo: row.photo && {
      key: row.photo.key,
      width: row.photo.width,
      height: row.photo.height,
      placeholderColour: row.photo.placeholderColour,
      stage: row.photo.stage,
      alt: photoAlt(row.photo.stage, row.photo.treatment),
    },
    inspectionNotice: row.inspection && row.inspection.outcome !== "pass" ? row.inspection : null,
  };
}
