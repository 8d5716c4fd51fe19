import { z } from "zod";
import { monthsUntil } from "#app/domain/moderation/public-figures.ts";
import type { Outcomes, PublicFigures } from "#app/domain/moderation/public-figures.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const count = z.number().int();
const hours = z.number().nullable();
const outcomes = { published: count, changesRequested: count, rejected: count, medianHours: hours, timed: count };
const counted = z.object({
  bands: z.array(z.object({ ...outcomes, stars: count.nullable(), isAll: count })),
  months: z.array(z.object({ ...outcomes, month: z.string() })),
  reasons: z.array(z.object({ reason: z.string(), changesRequested: count, rejected: count, removed: count })),
  investigated: z.object({ removed: count, cleared: count }),
  withdrawn: count,
  appeals: z.object({ filed: count, upheld: count, overturned: count, open: count }),
  reports: z.array(
    z.object({ isByTechnician: z.boolean(), filed: count, upheld: count, dismissed: count, open: count }),
  ),
  others: z.array(z.object({ kind: z.string(), accepted: count, refused: count })),
  open: z.array(z.object({ kind: z.string(), count, oldestHours: hours, medianHours: hours })),
  sampleCount: count,
});

const NONE: Outcomes = { published: 0, changesRequested: 0, rejected: 0, medianHours: null, timed: 0 };

/**
 * Everything on the transparency page in one query over the last twelve months. Blind to people: it reads no author, no
 * reporter and no moderator.
 */
export async function countPublicFigures(now: Date, tx: Db = db()): Promise<PublicFigures> {
  const months = monthsUntil(now);
  const since = `${months[0] ?? ""}-01`;
  const from = new Date(`${since}T00:00:00Z`);
  const rows = await tx.$queryRaw<{ figures: unknown }[]>`
    WITH decided AS MATERIALIZED (
      SELECT "fromState" AS from_state, "toState" AS to_state, reason::text, stars, "isSample" AS is_sample,
        to_char("decidedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
        (extract(epoch FROM "decidedAt" - "waitingSince") / 3600)::float8 AS hours
      FROM "ModerationDecision" WHERE "subjectKind" = 'review' AND "decidedAt" >= ${from} AND "decidedAt" <= ${now}),
    first AS (SELECT * FROM decided WHERE from_state IN ('pending', 'in_review')
      AND to_state IN ('published', 'changes_requested', 'rejected')),
    by_band AS (SELECT stars, grouping(stars) AS is_all, count(*) FILTER (WHERE to_state = 'published') AS published,
        count(*) FILTER (WHERE to_state = 'changes_requested') AS changes, count(*) FILTER (WHERE to_state = 'rejected') AS rejected,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median, count(hours) AS timed
      FROM first GROUP BY GROUPING SETS ((stars), ())),
    by_month AS (SELECT month, count(*) FILTER (WHERE to_state = 'published') AS published,
        count(*) FILTER (WHERE to_state = 'changes_requested') AS changes, count(*) FILTER (WHERE to_state = 'rejected') AS rejected,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median, count(hours) AS timed
      FROM first GROUP BY month),
    by_reason AS (SELECT reason, count(*) FILTER (WHERE to_state = 'changes_requested') AS changes,
        count(*) FILTER (WHERE to_state = 'rejected') AS rejected, count(*) FILTER (WHERE to_state = 'removed') AS removed
      FROM decided WHERE reason IS NOT NULL AND to_state IN ('changes_requested', 'rejected', 'removed') GROUP BY reason),
    reported AS (SELECT "isByTechnician" AS by_technician, count(*) FILTER (WHERE "createdAt" >= ${from}) AS filed,
        count(*) FILTER (WHERE status = 'upheld' AND "closedAt" >= ${from}) AS upheld,
        count(*) FILTER (WHERE status = 'dismissed' AND "closedAt" >= ${from}) AS dismissed,
        count(*) FILTER (WHERE status IN ('open', 'claimed')) AS open
      FROM "Report" GROUP BY "isByTechnician"),
    other AS (SELECT "subjectKind"::text AS kind, count(*) FILTER (WHERE "toState" IN ('published', 'verified')) AS accepted,
        count(*) FILTER (WHERE "toState" IN ('rejected', 'removed', 'changes_requested', 'needs_better_copy')) AS refused
      FROM "ModerationDecision" WHERE "subjectKind" IN ('follow_up', 'reply', 'evidence', 'portfolio_case')
        AND "moderatorId" IS NOT NULL AND "decidedAt" >= ${from} AND "decidedAt" <= ${now} GROUP BY "subjectKind"),
    waiting AS (
      SELECT 'review' AS kind, "submittedAt" AS since FROM "Review" WHERE status IN ('pending', 'in_review')
      UNION ALL SELECT 'follow_up', "submittedAt" FROM "ReviewFollowUp" WHERE status = 'pending'
      UNION ALL SELECT 'reply', "submittedAt" FROM "Reply" WHERE status = 'pending'
      UNION ALL SELECT 'report', "createdAt" FROM "Report" WHERE status IN ('open', 'claimed')
      UNION ALL SELECT 'appeal', "createdAt" FROM "Appeal" WHERE status = 'open'
      UNION ALL SELECT 'evidence', "submittedAt" FROM "Evidence" WHERE status IN ('submitted', 'in_check')),
    queue AS (SELECT kind, count(*) AS count, max(extract(epoch FROM ${now}::timestamptz - since) / 3600)::float8 AS oldest,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY (extract(epoch FROM ${now}::timestamptz - since) / 3600)::float8) AS median
      FROM waiting GROUP BY kind)
    SELECT json_build_object(
      'bands', (SELECT json_agg(json_build_object('stars', stars, 'isAll', is_all, 'published', published,
        'changesRequested', changes, 'rejected', rejected, 'medianHours', median, 'timed', timed)) FROM by_band),
      'months', (SELECT coalesce(json_agg(json_build_object('month', month, 'published', published,
        'changesRequested', changes, 'rejected', rejected, 'medianHours', median, 'timed', timed)), '[]') FROM by_month),
      'reasons', (SELECT coalesce(json_agg(json_build_object('reason', reason, 'changesRequested', changes,
        'rejected', rejected, 'removed', removed) ORDER BY changes + rejected + removed DESC, reason), '[]') FROM by_reason),
      'investigated', (SELECT json_build_object('removed', count(*) FILTER (WHERE to_state = 'removed'),
        'cleared', count(*) FILTER (WHERE from_state = 'under_investigation' AND to_state = 'published')) FROM decided),
      'withdrawn', (SELECT count(*) FROM "Review" WHERE status = 'withdrawn' AND "publishedAt" IS NOT NULL
        AND "closedAt" >= ${from}),
      'appeals', (SELECT json_build_object('filed', count(*) FILTER (WHERE "createdAt" >= ${from}),
        'upheld', count(*) FILTER (WHERE status = 'upheld' AND "closedAt" >= ${from}),
        'overturned', count(*) FILTER (WHERE status = 'overturned' AND "closedAt" >= ${from}),
        'open', count(*) FILTER (WHERE status = 'open')) FROM "Appeal"),
      'reports', (SELECT coalesce(json_agg(json_build_object('isByTechnician', by_technician, 'filed', filed,
        'upheld', upheld, 'dismissed', dismissed, 'open', open)), '[]') FROM reported),
      'others', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'accepted', accepted, 'refused', refused)
        ORDER BY kind), '[]') FROM other),
      'open', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'oldestHours', oldest,
        'medianHours', median) ORDER BY oldest DESC), '[]') FROM queue),
      'sampleCount', (SELECT count(*) FROM decided WHERE is_sample)) AS figures`;
  const { bands, months: counts, ...rest } = counted.parse(rows[0]?.figures);
  const byStars = new Map(bands.filter((band) => band.isAll === 0).map((band) => [band.stars, band]));
  const stars = [5, 4, 3, 2, 1, ...(byStars.has(null) ? [null] : [])];
  const all = bands.find((band) => band.isAll === 1) ?? NONE;
  return {
    since,
    countedAt: now.toISOString(),
    all: pick(all),
    bands: stars.map((of) => ({ stars: of, ...pick(byStars.get(of) ?? NONE) })),
    months: months.map((month) => ({ month, ...pick(counts.find((one) => one.month === month) ?? NONE) })),
    ...rest,
  };
}

function pick({ published, changesRequested, rejected, medianHours, timed }: Outcomes): Outcomes {
  return { published, changesRequested, rejected, medianHours, timed };
}
