import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { db } from "#app/platform/db.server.ts";
import { followUpRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const TECHNICIANS = [technicianRow({ name: "Ada Stone" }), technicianRow({ name: "Bo Lind" })] as const;

beforeEach(async () => {
  await emptyDatabase();
  await db().technician.createMany({ data: [...TECHNICIANS] });
});

const COLUMNS = {
  reviewCount: true,
  ratingMean: true,
  ratingCounts: true,
  subRatingUnderstanding: true,
  subRatingSterile: true,
  subRatingDedication: true,
  subRatingPortfolio: true,
  recommendCount: true,
  recommendAnswers: true,
  ratingScore: true,
} as const;

async function columnsOf(id: string) {
  const { ratingScore, ...row } = await db().technician.findUniqueOrThrow({ where: { id }, select: COLUMNS });
  return {
    ...(JSON.parse(JSON.stringify(row)) as Record<string, unknown>),
    ratingScore: Number(ratingScore.toFixed(9)),
  };
}

/** The product's formula a second time, written in SQL over what is published and nothing else. */
async function fromScratch(id: string) {
  const [row] = await db().$queryRaw<{ told: Record<string, unknown> }[]>`
    WITH rated AS (
      SELECT r.*, coalesce((SELECT f.overall FROM "ReviewFollowUp" f WHERE f."reviewId" = r.id AND f.status = 'published'
          AND f.overall IS NOT NULL ORDER BY f.month DESC LIMIT 1), r.overall)::numeric AS stars,
        (SELECT max(at) FROM (SELECT r."publishedAt" AS at UNION ALL SELECT f."publishedAt" FROM "ReviewFollowUp" f
          WHERE f."reviewId" = r.id AND f.status = 'published') dates) AS fresh
      FROM "Review" r WHERE r.status IN ('published', 'under_investigation') AND NOT r."isHidden"
    ), platform AS (SELECT CASE WHEN count(*) < 50 THEN 3.5 ELSE avg(stars) END AS m FROM rated),
    own AS (SELECT *, CASE WHEN "isIncentivised" THEN 0 ELSE power(0.5, extract(epoch FROM ${NOW}::timestamptz - fresh) / 86400 / 730)
      * CASE "proofLevel" WHEN 'contact_confirmed' THEN 0.5 WHEN 'unconfirmed' THEN 0 ELSE 1 END END AS w
      FROM rated WHERE "technicianId" = ${id}::uuid)
    SELECT json_build_object(
      'reviewCount', count(*), 'ratingMean', round(avg(stars), 2)::text,
      'ratingCounts', json_build_array(count(*) FILTER (WHERE stars = 1), count(*) FILTER (WHERE stars = 2),
        count(*) FILTER (WHERE stars = 3), count(*) FILTER (WHERE stars = 4), count(*) FILTER (WHERE stars = 5)),
      'subRatingUnderstanding', round(avg(understanding), 2)::text, 'subRatingSterile', round(avg(sterile), 2)::text,
      'subRatingDedication', round(avg(dedication), 2)::text, 'subRatingPortfolio', round(avg(portfolio), 2)::text,
      'recommendCount', count(*) FILTER (WHERE "wouldRecommend"), 'recommendAnswers', count("wouldRecommend"),
      'ratingScore', ((5 * (SELECT m FROM platform) + coalesce(sum(w * stars), 0)) / (5 + coalesce(sum(w), 0)))::float8
    ) AS told FROM own`;
  const told = row?.told ?? {};
  const trimmed = Object.entries(told).map(([key, value]) => [
    key,
    typeof value === "string" ? String(Number(value)) : value,
  ]);
  return {
    ...(Object.fromEntries(trimmed) as Record<string, unknown>),
    ratingScore: Number(Number(told["ratingScore"]).toFixed(9)),
  };
}

const CHANGES = ["publish", "withdraw", "remove", "hide", "show", "follow", "unfollow"] as const;
const step = fc.record({
  change: fc.constantFrom(...CHANGES),
  review: fc.nat({ max: 7 }),
  stars: fc.integer({ min: 1, max: 5 }),
  answer: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  age: fc.integer({ min: 0, max: 1_500 }),
  proofLevel: fc.constantFrom("confirmed", "document_checked", "contact_confirmed", "unconfirmed"),
  isIncentivised: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a use case would do to the review or its follow-up; the ratings are made anew in the same transaction. */
async function apply({ change, review, stars, answer, age, ...more }: Step, ids: readonly string[]) {
  const technicianId = TECHNICIANS[review % 2 === 0 ? 0 : 1].id;
  const id = ids[review] ?? "";
  await db().$transaction(async (tx) => {
    if (change === "publish") {
      const row = reviewRow({
        ...more,
        id,
        technicianId,
        overall: stars,
        understanding: answer,
        wouldRecommend: answer === null ? null : answer > 2,
        createdAt: daysAgo(age),
      });
      await tx.review.deleteMany({ where: { id } });
      await tx.review.createMany({ data: [row] });
    } else if (change === "withdraw") {
      await tx.review.updateMany({ where: { id }, data: { status: "withdrawn" } });
    } else if (change === "remove") {
      const data = { status: "removed", removalReason: "duplicate", closedAt: NOW } as const;
      await tx.review.updateMany({ where: { id }, data });
    } else if (change === "hide" || change === "show") {
      await tx.review.updateMany({ where: { id }, data: { isHidden: change === "hide" } });
    } else if (change === "follow" && (await tx.review.count({ where: { id } })) === 1) {
      const month = 1 + (age % 24);
      await tx.reviewFollowUp.deleteMany({ where: { reviewId: id, month } });
      const row = { reviewId: id, month, daysSinceLastSession: 30 * month, overall: answer, createdAt: daysAgo(age) };
      await tx.reviewFollowUp.createMany({ data: [followUpRow(row)] });
    } else {
      await tx.reviewFollowUp.updateMany({ where: { reviewId: id }, data: { status: "withdrawn" } });
    }
    await recomputeRating(technicianId, NOW, tx);
  });
  return technicianId;
}

test("after any sequence of changes the columns are what the formula makes of what is published", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await db().review.deleteMany();
      for (const { id } of TECHNICIANS) await db().$transaction((tx) => recomputeRating(id, NOW, tx));
      const ids = Array.from({ length: 8 }, () => crypto.randomUUID());
      for (const one of steps) {
        const technicianId = await apply(one, ids);
        expect(await columnsOf(technicianId)).toEqual(await fromScratch(technicianId));
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("from fifty reviews on the platform's own mean stands in the score", async () => {
  const [ada, bo] = TECHNICIANS;
  const rows = Array.from({ length: 49 }, () => reviewRow({ technicianId: bo.id, overall: 1, createdAt: daysAgo(3) }));
  await db().review.createMany({
    data: [...rows, reviewRow({ technicianId: ada.id, overall: 5, createdAt: daysAgo(3) })],
  });
  await db().$transaction((tx) => recomputeRating(bo.id, NOW, tx));
  await db().$transaction((tx) => recomputeRating(ada.id, NOW, tx));
  const told = await columnsOf(ada.id);
  expect(told).toEqual(await fromScratch(ada.id));
  expect(told.ratingScore).toBeLessThan(2);
});

test("two transactions that publish for one technician at once don't overlook each other", async () => {
  const { id: technicianId } = TECHNICIANS[0];
  const publish = () =>
    db().$transaction(async (tx) => {
      await tx.review.createMany({ data: [reviewRow({ technicianId })] });
      await recomputeRating(technicianId, NOW, tx);
    });
  await Promise.all([publish(), publish(), publish(), publish()]);
  expect(await columnsOf(technicianId)).toMatchObject({ reviewCount: 4 });
});

test("the change marks the technician for the search index in the same transaction", async () => {
  const { id: technicianId } = TECHNICIANS[0];
  await db().searchOutbox.deleteMany();
  const marks = await db().$transaction(async (tx) => {
    await recomputeRating(technicianId, NOW, tx);
    return tx.searchOutbox.findMany({ select: { technicianId: true } });
  });
  expect(marks).toEqual([{ technicianId }]);
});
