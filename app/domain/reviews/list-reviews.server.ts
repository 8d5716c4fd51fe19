import { z } from "zod";
import { photoIsConsentedSql } from "#app/domain/media/consent.server.ts";
import { AGED_FROM_DAYS, HEALED_FROM_DAYS, SETTLED_FROM_DAYS } from "#app/domain/media/photo.ts";
import { REVIEW_STAGES } from "#app/domain/reviews/review-filters.ts";
import { reviewPageRow } from "#app/domain/reviews/review-page-row.ts";
import { REVIEWS_PER_PAGE } from "#app/domain/reviews/review.ts";
import type { ReviewFilters, ReviewPage } from "#app/domain/reviews/review.ts";
import { EMPTY_REVIEW_PAGE, toReviewPage } from "#app/domain/reviews/to-review-page.ts";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** The first day of every stage after fresh: width_bucket() makes of them the index in REVIEW_STAGES. */
const STAGE_STARTS = [HEALED_FROM_DAYS, SETTLED_FROM_DAYS, AGED_FROM_DAYS];

/** Lines about removed reviews; older ones are in the transparency figures. */
const MOST_TOMBSTONES = 20;

/**
 * One page of a technician's reviews, newest first, with the counts of every filter option, in one round trip. Takes
 * the current or a former slug. Stars are those of today (after follow-ups); a review belongs to the stage it was
 * written at and to that of its latest follow-up. A page beyond the last one gives the last. An unknown, unpublished
 * or suspended technician has no reviews here.
 */
export async function listReviews(slug: string, filters: ReviewFilters, tx: Db = db()): Promise<ReviewPage> {
  if (!isSlug(slug)) return { ...EMPTY_REVIEW_PAGE, filters };
  const stage = filters.stage === null ? null : REVIEW_STAGES.indexOf(filters.stage);
  const rows = await tx.$queryRaw`
    WITH technician AS MATERIALIZED (${technicianBySlugSql(slug)}
    ), visible AS MATERIALIZED (
      SELECT r.id, r."publishedAt", r.treatment, coalesce(f.overall, r.overall) AS stars,
        width_bucket((r."submittedAt" AT TIME ZONE 'UTC')::date - r."lastSessionOn", ${STAGE_STARTS}::int[]) AS written,
        width_bucket(f.days, ${STAGE_STARTS}::int[]) AS latest
      FROM "Review" r LEFT JOIN LATERAL (
        SELECT max(x."daysSinceLastSession") AS days,
          (array_agg(x.overall ORDER BY x."daysSinceLastSession" DESC) FILTER (WHERE x.overall IS NOT NULL))[1] AS overall
        FROM "ReviewFollowUp" x WHERE x."reviewId" = r.id AND x.status = 'published'
      ) f ON true
      WHERE r."technicianId" = (SELECT id FROM technician) AND ${visibleReviewSql}
    ), judged AS MATERIALIZED (
      SELECT *,
        coalesce(stars = ${filters.stars}::int, ${filters.stars}::int IS NULL) AS "fitsStars",
        coalesce(${stage}::int IS NULL OR written = ${stage}::int OR latest = ${stage}::int, false) AS "fitsStage",
        coalesce(${filters.treatment}::text IS NULL OR treatment::text = ${filters.treatment}::text, false) AS "fitsTreatment"
      FROM visible
    ), matching AS MATERIALIZED (
      SELECT id, "publishedAt" FROM judged WHERE "fitsStars" AND "fitsStage" AND "fitsTreatment"
    ), page AS (
      SELECT id FROM matching ORDER BY "publishedAt" DESC, id DESC LIMIT ${REVIEWS_PER_PAGE}::int
      OFFSET (SELECT least(${filters.page}::int - 1, greatest(count(*) - 1, 0) / ${REVIEWS_PER_PAGE}::int)
        * ${REVIEWS_PER_PAGE}::int FROM matching)
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM matching),
      'stars', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT stars AS value, count(*) AS count FROM judged
        WHERE "fitsStage" AND "fitsTreatment" GROUP BY stars) x),
      'stages', (SELECT json_build_array(
          count(*) FILTER (WHERE written = 0 OR latest = 0), count(*) FILTER (WHERE written = 1 OR latest = 1),
          count(*) FILTER (WHERE written = 2 OR latest = 2), count(*) FILTER (WHERE written = 3 OR latest = 3))
        FROM judged WHERE "fitsStars" AND "fitsTreatment"),
      'treatments', (SELECT coalesce(json_agg(x), '[]') FROM (SELECT treatment AS value,
          count(*) FILTER (WHERE "fitsStars" AND "fitsStage") AS count
        FROM judged WHERE treatment IS NOT NULL GROUP BY treatment ORDER BY treatment) x),
      'tombstones', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT to_char(r."closedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "closedOn",
          CASE WHEN r.status <> 'withdrawn' THEN r."removalReason" END AS reason
        FROM "Review" r WHERE r."technicianId" = (SELECT id FROM technician)
          AND r."publishedAt" IS NOT NULL AND r."closedAt" IS NOT NULL
          AND (r.status = 'withdrawn' OR (r.status IN ('removed', 'appealed', 'rejected_final') AND r."removalReason" IS NOT NULL))
        ORDER BY r."closedAt" DESC LIMIT ${MOST_TOMBSTONES}::int) x),
      'reviews', (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT r.id, u."displayName" AS "authorName", r.overall, r.understanding, r.sterile, r.dedication, r.portfolio,
          r."wouldRecommend", r."needleOpened", r.treatment, r.concern, r.sessions, r."pricePaid", r.currency,
          r."lastSessionOn", (r."submittedAt" AT TIME ZONE 'UTC')::date - r."lastSessionOn" AS "daysAtWriting",
          r.title, r.text, r."proofLevel", r."isIncentivised", r."incentiveNote", r.relationship, r."redactionReason", r.status,
          r."isSample",
          to_char(r."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn",
          (SELECT coalesce(json_agg(json_build_object('key', ph."storageKey", 'width', ph.width, 'height', ph.height,
              'placeholderColour', ph."placeholderColour", 'stage', ph.stage,
              'daysSinceLastSession', ph."daysSinceLastSession", 'isSample', ph."isSample") ORDER BY ph.position, ph.id), '[]')
            FROM "Photo" ph WHERE ph."reviewId" = r.id AND ${photoIsConsentedSql}) AS photos,
          (SELECT coalesce(json_agg(json_build_object('id', f.id, 'month', f.month,
              'daysSinceLastSession', f."daysSinceLastSession", 'isStillAsWanted', f."isStillAsWanted",
              'wouldDoAgain', f."wouldDoAgain", 'hadTopUp', f."hadTopUp", 'overall', f.overall, 'text', f.text,
              'publishedOn', to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
              'photos', (SELECT coalesce(json_agg(json_build_object('key', ph."storageKey", 'width', ph.width,
                  'height', ph.height, 'placeholderColour', ph."placeholderColour", 'stage', ph.stage,
                  'daysSinceLastSession', ph."daysSinceLastSession", 'isSample', ph."isSample") ORDER BY ph.position, ph.id), '[]')
                FROM "Photo" ph WHERE ph."reviewFollowUpId" = f.id AND ${photoIsConsentedSql}))
              ORDER BY f."daysSinceLastSession", f.month), '[]')
            FROM "ReviewFollowUp" f WHERE f."reviewId" = r.id AND f.status = 'published') AS "followUps",
          (SELECT json_build_object('text', a.text,
              'publishedOn', to_char(coalesce(a."publishedAt", a."submittedAt", r."publishedAt") AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
            FROM "Reply" a WHERE a."reviewId" = r.id AND a.status = 'published') AS reply
        FROM page JOIN "Review" r ON r.id = page.id LEFT JOIN "User" u ON u.id = r."authorId"
        ORDER BY r."publishedAt" DESC, r.id DESC) x)
    ) AS page
    WHERE EXISTS (SELECT 1 FROM technician)`;
  const [found] = z.array(z.object({ page: reviewPageRow })).parse(rows);
  return found ? toReviewPage(found.page, filters) : { ...EMPTY_REVIEW_PAGE, filters };
}
