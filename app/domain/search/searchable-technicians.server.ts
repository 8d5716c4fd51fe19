import type { Criterion } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { caseIsConsentedSql, photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { EARTH_RADIUS_KM } from "#app/domain/places/distance.ts";
import type { LatLng } from "#app/domain/places/distance.ts";
import type { SearchWord } from "#app/domain/search/match-words.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** What has to be known of a search before a technician can be told from another: the rest is comparing. */
export type Lens = {
  today: Day;
  place: LatLng | null;
  currency: string | null;
  words: SearchWord[];
  /** False when some of the words will do. */
  needsAllWords: boolean;
};

/**
 * Less than the width of a hair, in degrees: no two places are taken to be nearer, because the square of a difference
 * that is almost nothing is no number PostgreSQL can hold.
 */
const NEAREST_DEGREES = 1e-12;

/** The first three places of work of technicians, of which search knows the positions. */
export const workplacesSql = Prisma.sql`
  SELECT tp."technicianId", p.lat, p.lng,
    row_number() OVER (PARTITION BY tp."technicianId" ORDER BY tp.position, p.id) AS slot
  FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"`;

/** Great-circle distance to each technician's nearest place of work, as in places/distance.ts. */
function distancesSql(place: LatLng | null): Prisma.Sql {
  if (!place) return Prisma.sql`SELECT NULL::uuid AS "technicianId", NULL::float8 AS km`;
  const half = (column: Prisma.Sql, from: number) =>
    Prisma.sql`sin(radians(greatest(abs(${column} - ${from}::float8), ${NEAREST_DEGREES}::float8)) / 2)`;
  const lat = half(Prisma.sql`p.lat`, place.lat);
  const lng = half(Prisma.sql`p.lng`, place.lng);
  return Prisma.sql`SELECT p."technicianId", min(${2 * EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(
      ${lat} ^ 2 + cos(radians(${place.lat}::float8)) * cos(radians(p.lat)) * ${lng} ^ 2)))) AS km
    FROM (${workplacesSql}) p WHERE p.slot <= 3 GROUP BY p."technicianId"`;
}

/** Names of columns that hold true, as a list. */
function namesOf(columns: Record<string, Prisma.Sql>): Prisma.Sql {
  const each = Object.entries(columns).map(([name, isTrue]) => Prisma.sql`CASE WHEN ${isTrue} THEN ${name} END`);
  return Prisma.sql`array_remove(ARRAY[${Prisma.join(each)}]::text[], NULL)`;
}

const FEATURE_COLUMNS = Object.fromEntries(
  Object.keys(FEATURES).map((feature) => [feature, Prisma.sql`bool_or(${feature}::"Feature" = ANY(p.features))`]),
);

/** What words of a search are looked for in; only then worth putting together. */
const WORK_TEXTS = Prisma.sql`string_agg(p.name, ' ') AS studios,
  string_agg(concat_ws(' ', p.city, p.region, p.postcode), ' ') AS towns, array_agg(p."countryCode"::text) AS countries, `;

/** Criteria that count as checked today, by the rules of `criterionStates`: understanding never does. */
const CHECKED_COLUMNS = {
  authorization: Prisma.sql`proof."authorization"`,
  sterile: Prisma.sql`inspection.outcome = 0 OR (proof.sterile AND inspection.outcome IS DISTINCT FROM 2)`,
  dedication: Prisma.sql`proof.dedication`,
  portfolio: Prisma.sql`portfolio."technicianId" IS NOT NULL`,
  training: Prisma.sql`proof.training`,
} satisfies Partial<Record<Criterion, Prisma.Sql>>;

/**
 * Where a word is found: 0 in the name, then studio, place, treatments, concerns, what all technicians do, and 6 in the
 * text about themselves; null when nowhere. The index has its attributes in the same order.
 */
const depthSql = Prisma.sql`CASE
  WHEN t.name ~ w.pattern THEN 0
  WHEN work.studios ~ w.pattern THEN 1
  WHEN work.towns ~ w.pattern OR work.countries && w.countries THEN 2
  WHEN t.treatments && w.treatments THEN 3
  WHEN t.concerns && w.concerns THEN 4
  WHEN w."isEverybody" THEN 5
  WHEN t.bio ~ w.pattern THEN 6 END`;

/** How many of the words are found in a technician, and how deep in sum; nothing is added up once all are needed and one is missing. */
function foundSql({ words, needsAllWords }: Lens): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`ARRAY[0, 0]`;
  const sums = Prisma.sql`(SELECT ARRAY[count(depth), sum(depth)]::int[] FROM (SELECT ${depthSql} AS depth FROM word w) each)`;
  if (!needsAllWords || words.length === 1) return sums;
  return Prisma.sql`CASE WHEN NOT EXISTS (SELECT 1 FROM word w WHERE NOT w."isEverybody" AND ${depthSql} IS NULL) THEN ${sums} END`;
}

/**
 * SQL of WITH queries that end in `technician`: a row of every technician that readers may see, with what searches
 * filter, count and order by. It means the same as the search engine's documents (technician-document.ts), read from
 * whole tables at once, which for all technicians is much cheaper than one by one.
 */
export function searchableTechniciansSql(lens: Lens): Prisma.Sql {
  const { today, place, currency, words } = lens;
  return Prisma.sql`
    word AS MATERIALIZED (
      SELECT pattern, treatments::"Treatment"[], concerns::"Concern"[], countries, "isEverybody"
      FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
        AS w(pattern text, treatments text[], concerns text[], countries text[], "isEverybody" boolean)),
    -- A fact that a moderator verified, that has not run out, and that is more than "nothing is required here".
    proof AS (
      SELECT e."technicianId", bool_or(e.criterion = 'authorization') AS "authorization",
        bool_or(e.criterion = 'sterile') AS sterile, bool_or(e.criterion = 'dedication') AS dedication,
        bool_or(e.criterion = 'training') AS training
      FROM "Evidence" e LEFT JOIN "Authorization" a ON a."evidenceId" = e.id
      WHERE e.status = 'verified' AND (e."expiresOn" IS NULL OR e."expiresOn" > ${today}::date)
        AND a."notRequired" IS NOT TRUE
      GROUP BY e."technicianId"),
    -- The worst of the latest inspections of all places, as in criteriaFactsSql. Day and outcome make one number, of
    -- which the greatest is found without sorting: the last day, and on one day the worst outcome (2 is closed).
    inspection AS (
      SELECT tp."technicianId", max(latest.number % 3) AS outcome
      FROM "TechnicianPremises" tp JOIN (
        SELECT i."premisesId", max((i."inspectedOn" - DATE '0001-01-01') * 3
          + CASE i.outcome WHEN 'pass' THEN 0 WHEN 'conditional_pass' THEN 1 ELSE 2 END) AS number
        FROM "Inspection" i GROUP BY i."premisesId"
      ) latest ON latest."premisesId" = tp."premisesId"
      WHERE tp."guestUntil" IS NULL OR tp."guestUntil" >= CURRENT_DATE
      GROUP BY tp."technicianId"),
    shown AS MATERIALIZED (
      SELECT c.id, c."technicianId" FROM "PortfolioCase" c WHERE c.status = 'published' AND ${caseIsConsentedSql}),
    portfolio AS (SELECT DISTINCT "technicianId" FROM shown),
    result AS (
      SELECT shown."technicianId", max(ph."daysSinceLastSession") AS days
      FROM shown JOIN "Photo" ph ON ph."portfolioCaseId" = shown.id WHERE ${photoIsConsentedSql}
      GROUP BY shown."technicianId"),
    price AS (
      SELECT b."technicianId", min(b."amountFrom") AS amount
      FROM "PriceBand" b WHERE b.currency = ${currency}::text GROUP BY b."technicianId"),
    distance AS (${distancesSql(place)}),
    work AS (
      SELECT tp."technicianId", ${words.length > 0 ? WORK_TEXTS : Prisma.empty}${namesOf(FEATURE_COLUMNS)} AS features
      FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId" GROUP BY tp."technicianId"),
    technician AS MATERIALIZED (
      SELECT t.id, t.name, (t.status = 'published')::int AS claimed, t.treatments::text[], t.concerns::text[],
        t."skinTypes"::text[] AS skin, t.languages, t.gender::text, t."ratingMean"::float8, t."ratingScore", t."reviewCount",
        coalesce(t."publishedAt", t."createdAt") AS since, coalesce(work.features, '{}') AS features,
        distance.km, result.days AS "resultDays", price.amount AS price, ${foundSql(lens)} AS found,
        ${namesOf(CHECKED_COLUMNS)} AS checked
      FROM "Technician" t
        LEFT JOIN proof ON proof."technicianId" = t.id
        LEFT JOIN inspection ON inspection."technicianId" = t.id
        LEFT JOIN portfolio ON portfolio."technicianId" = t.id
        LEFT JOIN result ON result."technicianId" = t.id
        LEFT JOIN price ON price."technicianId" = t.id
        LEFT JOIN distance ON distance."technicianId" = t.id
        LEFT JOIN work ON work."technicianId" = t.id
      WHERE ${visibleTechnicianSql})`;
}
