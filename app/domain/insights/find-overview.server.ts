import { z } from "zod";
import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import type { CriterionStates } from "#app/domain/criteria/criterion.ts";
import { criterionStates, isExpiring, statusToday } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { FIGURE_KINDS, spanStarts, toFigures } from "#app/domain/insights/figures.ts";
import type { Figure, Span } from "#app/domain/insights/figures.ts";
import { nextSteps } from "#app/domain/insights/next-steps.ts";
import type { NextStep } from "#app/domain/insights/next-steps.ts";
import { criteriaFacts } from "#app/domain/profiles/profile-row.ts";
import { visibleReviewSql } from "#app/domain/reviews/visible-review.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a keeper sees first: how the profile stands, what to do next, what became of it. */
export type Overview = {
  slug: string;
  name: string;
  status: "draft" | "published" | "unclaimed" | "suspended";
  states: CriterionStates;
  steps: NextStep[];
  figures: Figure[];
};

const count = z.number().int();
const day = z.iso.date();
const row = z.object({
  slug: z.string(),
  name: z.string(),
  status: z.enum(["draft", "published", "unclaimed", "suspended"]),
  facts: criteriaFacts,
  confirmedOn: day.nullable(),
  lastInvitedOn: day.nullable(),
  otherCases: count,
  priceBands: count,
  unansweredEnquiries: count,
  reviewsWithoutReply: count,
  figures: z.array(z.object({ kind: z.enum(FIGURE_KINDS), start: day, count })),
});

/** Everything of it in one query, of the viewer's own profile only; null where they keep none. */
export async function findOverview(
  { userId, technicianId }: { userId: string; technicianId: string },
  span: Span,
  today: Day,
  tx: Db = db(),
): Promise<Overview | null> {
  const starts = spanStarts(span, today);
  const since = starts[0] ?? today;
  const rows = await tx.$queryRaw`
    SELECT t.slug, t.name, t.status, ${criteriaFactsSql} AS facts,
      coalesce(t."lastConfirmedOn", (t."publishedAt" AT TIME ZONE 'UTC')::date)::text AS "confirmedOn",
      (SELECT (max(v."createdAt") AT TIME ZONE 'UTC')::date::text FROM "VisitCode" v WHERE v."technicianId" = t.id)
        AS "lastInvitedOn",
      (SELECT count(*)::int FROM "PortfolioCase" c WHERE c."technicianId" = t.id
        AND c.status IN ('draft', 'submitted', 'published', 'changes_requested')) AS "otherCases",
      (SELECT count(*)::int FROM "PriceBand" b WHERE b."technicianId" = t.id) AS "priceBands",
      (SELECT count(*)::int FROM "EnquiryRecipient" e
        WHERE e."technicianId" = t.id AND e.status = 'sent' AND e."blockedAt" IS NULL) AS "unansweredEnquiries",
      (SELECT count(*)::int FROM "Review" r LEFT JOIN "Reply" a ON a."reviewId" = r.id
        WHERE r."technicianId" = t.id AND ${visibleReviewSql}
          AND (a."reviewId" IS NULL OR a.status IN ('draft', 'withdrawn'))) AS "reviewsWithoutReply",
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT happened.kind, date_trunc(${span}, happened.day::timestamp)::date AS start, sum(happened.n)::int AS count
        FROM (
          SELECT d.kind::text, d.day, d.count AS n FROM "DailyCount" d
          WHERE d."technicianId" = t.id AND d.day >= ${since}::date
          UNION ALL SELECT 'enquiry', (e."createdAt" AT TIME ZONE 'UTC')::date, 1 FROM "EnquiryRecipient" e
          WHERE e."technicianId" = t.id AND e."createdAt" >= ${since}::date::timestamp AT TIME ZONE 'UTC'
          UNION ALL SELECT 'review', (r."publishedAt" AT TIME ZONE 'UTC')::date, 1 FROM "Review" r
          WHERE r."technicianId" = t.id AND ${visibleReviewSql}
            AND r."publishedAt" >= ${since}::date::timestamp AT TIME ZONE 'UTC'
        ) happened GROUP BY 1, 2) x) AS figures
    FROM "Technician" t WHERE t.id = ${technicianId}::uuid AND t."ownerId" = ${userId}::uuid`;
  const [found] = z.array(row).parse(rows);
  if (!found) return null;
  const { slug, name, status, facts, figures, otherCases, ...more } = found;
  const { evidence } = facts;
  const current = evidence.filter((one) => statusToday(one, today) === "verified").map(({ criterion }) => criterion);
  const steps = nextSteps(
    {
      ...more,
      isPublished: status === "published",
      needsBetterCopy: evidence.filter((one) => one.status === "needs_better_copy").length,
      hasAuthorisationEvidence: evidence.some(({ criterion }) => criterion === "authorization"),
      // What has run out and was followed by something current is history.
      expiredEvidence: evidence.filter(
        (one) => statusToday(one, today) === "expired" && !current.includes(one.criterion),
      ).length,
      expiringEvidence: evidence.filter((one) => isExpiring(one, today)).length,
      portfolioCases: otherCases,
    },
    today,
  );
  return { slug, name, status, states: criterionStates(facts, today), steps, figures: toFigures(figures, starts) };
}
