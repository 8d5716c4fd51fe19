import { z } from "zod";
import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { PUBLICLY_SHOWN_STATUSES } from "#app/domain/criteria/evidence-fact.ts";
import { caseIsConsentedSql, photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { profileRow } from "#app/domain/profiles/profile-row.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";
import { toProfile } from "#app/domain/profiles/to-profile.ts";
import { invitationMonthsSql } from "#app/domain/reviews/invitation-months.server.ts";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** Profiles in one query. The limit is written out in it: only so does the planner expect a few, and keep its plan. */
const MOST_AT_ONCE = 4;

/** Older inspections stay in the register; nobody reads more than these on a page. */
const MOST_INSPECTIONS = 40;

/**
 * The public profile behind a slug, in one round trip, with every evidence status as of `today`. Null for drafts,
 * suspended technicians and slugs nobody has. A former slug finds its technician: compare `profile.slug` with what
 * was asked and redirect.
 */
export async function findProfile(slug: string, today: Day, tx: Db = db()): Promise<Profile | null> {
  return (await findProfiles([slug], today, tx)).get(slug) ?? null;
}

/** The same for up to four slugs, still in one round trip: profiles by the slug that was asked for, none for nobody's. */
export async function findProfiles(slugs: readonly string[], today: Day, tx: Db = db()): Promise<Map<string, Profile>> {
  const asked = [...new Set(slugs)].filter(isSlug).slice(0, MOST_AT_ONCE);
  if (asked.length === 0) return new Map();
  const found = Prisma.sql`
    SELECT asked.slug AS asked, found.status AS shown, found.*
    FROM (SELECT value AS slug FROM json_array_elements_text(${JSON.stringify(asked)}::json) LIMIT 4) AS asked
      CROSS JOIN LATERAL (${technicianBySlugSql(Prisma.sql`asked.slug`)}) found`;
  return readProfiles(found, today, tx);
}

/**
 * The profile that somebody keeps as readers will see it once it is published, in whatever state it is now. Null for
 * who keeps none: whose it is stands in the query.
 */
export async function previewProfile(
  { userId, technicianId }: { userId: string; technicianId: string },
  today: Day,
  tx: Db = db(),
): Promise<Profile | null> {
  const own = Prisma.sql`
    SELECT t.slug AS asked, 'published'::"TechnicianStatus" AS shown, t.* FROM "Technician" t
    WHERE t.id = ${technicianId}::uuid AND t."ownerId" = ${userId}::uuid`;
  const [profile] = (await readProfiles(own, today, tx)).values();
  return profile ?? null;
}

/** `technicians` selects rows of "Technician" with `asked`, the key in the answer, and `shown`, the state to show. */
async function readProfiles(technicians: Prisma.Sql, today: Day, tx: Db): Promise<Map<string, Profile>> {
  const rows = await tx.$queryRaw`
    WITH t AS MATERIALIZED (
      ${technicians}
    ), place AS MATERIALIZED (
      SELECT p.*, tp."technicianId", tp.position, tp."guestFrom", tp."guestUntil"
      FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"
      WHERE tp."technicianId" = ANY (ARRAY(SELECT id FROM t))
        AND (tp."guestUntil" IS NULL OR tp."guestUntil" >= ${today}::date)
    ), review AS MATERIALIZED (
      SELECT * FROM "Review" r
      WHERE r."technicianId" = ANY (ARRAY(SELECT id FROM t)) AND ${visibleReviewSql}
    )
    SELECT t.asked, json_build_object(
      'technician', (SELECT to_json(x) FROM (SELECT t.slug, t.shown AS status, t.name, t.pronouns, t.gender, t.bio,
        t."websiteUrl", t.languages, t.treatments, t.concerns, t."skinTypes", t."practisingSince", t."smpShare",
        t."hasOwnHairLoss", t."understandingStatement", t."dedicationStatement", t."topUpYearsMin", t."topUpYearsMax",
        t."lastConfirmedOn", t."listingSource", t."listingRecord", t."listingSnapshotOn",
        t."ownerId" IS NOT NULL AS "isClaimed", t."isSample", t."reviewCount",
        t."ratingMean", t."ratingCounts", t."subRatingUnderstanding", t."subRatingSterile", t."subRatingDedication",
        t."subRatingPortfolio", t."recommendCount", t."recommendAnswers", t."responseMinutesMedian", t."responseCount") x),
      'facts', ${criteriaFactsSql},
      'answers', (SELECT coalesce(json_agg(json_build_object('question', a.question, 'answer', a.answer)
          ORDER BY a.position, a.question), '[]')
        FROM "TechnicianAnswer" a WHERE a."technicianId" = t.id),
      'treatmentWords', (SELECT coalesce(json_agg(json_build_object('treatment', d.treatment, 'words', d.words)
          ORDER BY d.treatment), '[]')
        FROM "TreatmentDescription" d WHERE d."technicianId" = t.id AND d.treatment = ANY (t.treatments)),
      'premises', (SELECT coalesce(json_agg(json_build_object('name', p.name, 'address', p.address, 'city', p.city,
          'region', p.region, 'countryCode', p."countryCode", 'postcode', p.postcode, 'lat', p.lat, 'lng', p.lng,
          'features', p.features, 'guestFrom', p."guestFrom", 'guestUntil', p."guestUntil", 'hours', (
            SELECT coalesce(json_agg(json_build_object('weekday', o.weekday, 'opensAt', o."opensAt",
              'closesAt', o."closesAt") ORDER BY o.weekday, o."opensAt"), '[]')
            FROM "OpeningHours" o WHERE o."technicianId" = p."technicianId" AND o."premisesId" = p.id))
          ORDER BY p.position, p.name), '[]')
        FROM place p WHERE p."technicianId" = t.id),
      'evidence', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT e.id, e.criterion, e.kind, e.status, e."issuedOn", e."expiresOn", e."noExpiryReason", e.source,
          e."sourceUrl", e."checkedOn", u."displayName" AS "checkedBy",
          CASE WHEN a."evidenceId" IS NOT NULL THEN json_build_object('regime', g.name, 'holder', a.holder,
            'premises', ap.name, 'authority', a.authority, 'number', a.number, 'notRequired', a."notRequired",
            'reason', a.reason, 'renewalNote', g."renewalNote", 'registerUrl', g."publicRegisterUrl",
            'registerNote', g."publicRegisterNote") END AS "authorization",
          CASE WHEN h."evidenceId" IS NOT NULL THEN
            json_build_object('kind', h."hygieneKind", 'detail', h.detail) END AS hygiene,
          CASE WHEN c."evidenceId" IS NOT NULL THEN json_build_object('provider', c.provider, 'trainer', c.trainer,
            'courseName', c."courseName", 'smpHours', c."smpHours", 'liveModels', c."liveModels",
            'completedOn', c."completedOn") END AS training,
          CASE WHEN s."evidenceId" IS NOT NULL THEN json_build_object('name', s.name, 'memberNumber', s."memberNumber",
            'memberSince', s."memberSince") END AS association
        FROM "Evidence" e
          LEFT JOIN "User" u ON u.id = e."checkedById"
          LEFT JOIN "Authorization" a ON a."evidenceId" = e.id
          LEFT JOIN "Regime" g ON g.key = a."regimeKey"
          LEFT JOIN "Premises" ap ON ap.id = a."premisesId"
          LEFT JOIN "HygieneEvidence" h ON h."evidenceId" = e.id
          LEFT JOIN "Training" c ON c."evidenceId" = e.id
          LEFT JOIN "Association" s ON s."evidenceId" = e.id
        WHERE e."technicianId" = t.id AND e.status::text = ANY (${PUBLICLY_SHOWN_STATUSES}::text[])) x),
      'inspections', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT i."inspectedOn", i.outcome, i.services, p.name AS "premisesName", i.source, i."sourceRecord",
          i."snapshotOn", i."isSample",
          (SELECT coalesce(json_agg(json_build_object('severity', f.severity, 'category', f.category, 'text', f.text,
              'action', f.action, 'services', f.services) ORDER BY f.severity, f.category, f.text), '[]')
            FROM "Infraction" f WHERE f."inspectionId" = i.id) AS infractions
        FROM "Inspection" i JOIN place p ON p.id = i."premisesId"
        WHERE p."technicianId" = t.id
        ORDER BY i."inspectedOn" DESC LIMIT ${MOST_INSPECTIONS}) x),
      'cases', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT c.id, c.title, c.treatment, c.concern, c."skinType", c.scale, c."scaleBand", c.sessions, c."isSameLight",
          c."isSameAngle", c."isUnedited", c."checkedOn", c."isSample",
          (SELECT coalesce(json_agg(json_build_object('key', ph."storageKey", 'width', ph.width, 'height', ph.height,
              'placeholderColour', ph."placeholderColour", 'stage', ph.stage,
              'daysSinceLastSession', ph."daysSinceLastSession", 'caption', ph.caption, 'isSample', ph."isSample")
              ORDER BY ph."daysSinceLastSession" NULLS FIRST, ph.position), '[]')
            FROM "Photo" ph WHERE ph."portfolioCaseId" = c.id AND ${photoIsConsentedSql}) AS photos
        FROM "PortfolioCase" c
        WHERE c."technicianId" = t.id AND c.status = 'published' AND ${caseIsConsentedSql}
        ORDER BY c.position, c."createdAt") x),
      'priceBands', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT b.treatment, b.scale, b."bandFrom", b."bandTo", b."amountFrom", b."amountTo", b.currency,
          b."sessionsIncluded", b."topUpIncluded", b."topUpWithinMonths", b.deposit, b."confirmedOn"
        FROM "PriceBand" b WHERE b."technicianId" = t.id
        ORDER BY b.treatment, b.position, b."bandFrom" NULLS FIRST, b."amountFrom") x),
      'pricesPaid', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT r.treatment, r.currency, min(r."pricePaid") AS low, max(r."pricePaid") AS high, count(*) AS count,
          percentile_disc(0.5) WITHIN GROUP (ORDER BY r."pricePaid") AS median
        FROM review r WHERE r."technicianId" = t.id AND r."pricePaid" IS NOT NULL AND r.treatment IS NOT NULL
          AND NOT r."isIncentivised"
        GROUP BY r.treatment, r.currency ORDER BY r.treatment, r.currency) x),
      'subRatingAnswers', (SELECT json_build_object('understanding', count(r.understanding), 'sterile', count(r.sterile),
        'dedication', count(r.dedication), 'portfolio', count(r.portfolio))
        FROM review r WHERE r."technicianId" = t.id),
      'invitationMonths', (SELECT coalesce(json_agg(x), '[]') FROM ${invitationMonthsSql(Prisma.sql`t.id`, today)} x
        WHERE x.declared IS NOT NULL)
    ) AS profile
    FROM t`;
  const found = z.array(z.object({ asked: z.string(), profile: profileRow })).parse(rows);
  return new Map(found.map(({ asked, profile }) => [asked, toProfile(profile, today)]));
}
