import { beforeEach, describe, expect, it } from "vitest";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { NO_REVIEW_FILTERS } from "#app/domain/reviews/review-filters.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { followUpRow, replyRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const SLUG = "ana-reyes";
let technicianId = "";

beforeEach(async () => {
  await emptyDatabase();
  const row = technicianRow({ slug: SLUG });
  technicianId = row.id;
  await db().technician.createMany({ data: [row] });
});

async function createReviews(...overrides: Partial<Prisma.ReviewCreateManyInput>[]): Promise<string[]> {
  const rows = overrides.map((values) => reviewRow({ technicianId, ...values }));
  await db().review.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

const list = (filters: Partial<typeof NO_REVIEW_FILTERS> = {}, slug = SLUG) =>
  listReviews(slug, { ...NO_REVIEW_FILTERS, ...filters });

const titles = (page: Awaited<ReturnType<typeof list>>) => page.reviews.map(({ title }) => title);
const at = (text: string) => new Date(`${text}T12:00:00Z`);

describe("which reviews are shown", () => {
  it("only published ones and those under investigation, newest first", async () => {
    await createReviews(
      { title: "older", publishedAt: at("2026-01-01") },
      { title: "newer", publishedAt: at("2026-02-01") },
      { title: "reported", status: "under_investigation", publishedAt: at("2026-01-15") },
      ...(
        [
          "draft",
          "awaiting_contact",
          "pending",
          "in_review",
          "changes_requested",
          "rejected",
          "removed",
          "appealed",
          "rejected_final",
          "withdrawn",
        ] as const
      ).map((status) => ({ title: status, status })),
    );
    const page = await list();
    expect(titles(page)).toEqual(["newer", "reported", "older"]);
    expect(page.reviews.map(({ isUnderInvestigation }) => isUnderInvestigation)).toEqual([false, true, false]);
    expect(page.total).toBe(3);
  });

  it("a review hidden for harm or personal data is neither shown nor counted", async () => {
    await createReviews({
      title: "hidden",
      status: "under_investigation",
      publishedAt: at("2026-01-01"),
      isHidden: true,
    });
    const page = await list();
    expect(page.reviews).toEqual([]);
    expect(page.counts.stars.every(({ count }) => count === 0)).toBe(true);
  });

  it.each(["draft", "suspended"] as const)("none of a %s technician", async (status) => {
    await createReviews({});
    await db().technician.update({ where: { id: technicianId }, data: { status } });
    expect((await list()).total).toBe(0);
  });

  it("a former slug lists the same reviews", async () => {
    await createReviews({ title: "kept" });
    await db().technicianSlug.create({ data: { slug: "ana-before", technicianId } });
    expect(titles(await list({}, "ana-before"))).toEqual(["kept"]);
  });

  it.each(["", "a\u0000b", "'; DROP TABLE", "nobody"])("%j lists nothing", async (slug) => {
    await createReviews({});
    expect((await list({}, slug)).total).toBe(0);
  });

  it("follow-ups and replies show once published, never before", async () => {
    const [reviewId = ""] = await createReviews({});
    await db().reviewFollowUp.createMany({
      data: [
        followUpRow({ reviewId, month: 1, daysSinceLastSession: 30, text: "waiting", status: "pending" }),
        followUpRow({ reviewId, month: 12, daysSinceLastSession: 365, text: "a year on" }),
        followUpRow({ reviewId, month: 6, daysSinceLastSession: 183, text: "half a year on" }),
      ],
    });
    await db().reply.createMany({ data: [replyRow({ reviewId, status: "pending", text: "unseen" })] });
    const [review] = (await list()).reviews;
    expect(review?.followUps.map(({ text }) => text)).toEqual(["half a year on", "a year on"]);
    expect(review?.reply).toBeNull();
    await db().reply.update({ where: { reviewId }, data: { status: "published" } });
    expect((await list()).reviews[0]?.reply?.text).toBe("unseen");
  });

  it("the author is a name: no account id, no address", async () => {
    const author = userRow({ displayName: "Sam", email: "sam@example.org" });
    await db().user.createMany({ data: [author] });
    await createReviews(
      { authorId: author.id, title: "by Sam", publishedAt: at("2026-02-01") },
      { publishedAt: at("2026-01-01") },
    );
    const page = await list();
    expect(page.reviews.map(({ authorName }) => authorName)).toEqual(["Sam", "Former member"]);
    for (const secret of [author.id, technicianId, "@example.org"]) expect(JSON.stringify(page)).not.toContain(secret);
  });
});

describe("filters", () => {
  it("stars are those of today, after the latest follow-up that changed them", async () => {
    const [changedId = ""] = await createReviews({ title: "changed", overall: 5 }, { title: "same", overall: 5 });
    await db().reviewFollowUp.createMany({
      data: [
        followUpRow({ reviewId: changedId, month: 6, daysSinceLastSession: 183, overall: 3 }),
        followUpRow({ reviewId: changedId, month: 12, daysSinceLastSession: 365, overall: 2 }),
        followUpRow({ reviewId: changedId, month: 24, daysSinceLastSession: 730, overall: null }),
      ],
    });
    expect(titles(await list({ stars: 5 }))).toEqual(["same"]);
    const changed = (await list({ stars: 2 })).reviews[0];
    expect(changed).toMatchObject({ title: "changed", overall: 5, overallNow: 2 });
  });

  it.each([
    ["2026-06-01", "2026-06-28", "fresh"],
    ["2026-06-01", "2026-06-29", "healed"],
    ["2026-06-01", "2026-11-30", "healed"],
    ["2026-06-01", "2026-12-01", "settled"],
    ["2024-06-02", "2026-06-01", "settled"],
    ["2024-06-01", "2026-06-01", "aged"],
  ] as const)("a review of a session on %s written on %s is about a %s result", async (session, written, stage) => {
    await createReviews({ lastSessionOn: at(session), submittedAt: at(written) });
    expect((await list({ stage })).reviews[0]?.stage).toBe(stage);
    expect((await list()).counts.stage.filter(({ count }) => count > 0)).toEqual([{ value: stage, count: 1 }]);
  });

  it("a review belongs to the stage it was written at and to that of its latest follow-up", async () => {
    const [reviewId = ""] = await createReviews({
      title: "thread",
      lastSessionOn: at("2025-01-01"),
      submittedAt: at("2025-01-10"),
    });
    await db().reviewFollowUp.createMany({
      data: [
        followUpRow({ reviewId, month: 1, daysSinceLastSession: 40 }),
        followUpRow({ reviewId, month: 6, daysSinceLastSession: 190 }),
      ],
    });
    expect((await list({ stage: "fresh" })).total).toBe(1);
    expect((await list({ stage: "settled" })).total).toBe(1);
    expect((await list({ stage: "healed" })).total).toBe(0);
  });

  it("every option says what choosing it would give with the other filters kept", async () => {
    await createReviews(
      { overall: 5, treatment: "crown" },
      { overall: 5, treatment: "hairline" },
      { overall: 4, treatment: "crown" },
      { overall: 1, treatment: null },
    );
    const { counts, total } = await list({ stars: 5, treatment: "crown" });
    expect(total).toBe(1);
    expect(counts.stars.map(({ value, count }) => [value, count])).toEqual([
      [5, 1],
      [4, 1],
      [3, 0],
      [2, 0],
      [1, 0],
    ]);
    expect(counts.treatment).toEqual([
      { value: "hairline", count: 1 },
      { value: "crown", count: 1 },
    ]);
    for (const option of counts.stars) {
      expect((await list({ stars: option.value, treatment: "crown" })).total).toBe(option.count);
    }
  });

  it("pages hold ten, in one order without gaps, and a page too far gives the last", async () => {
    const day = at("2026-01-01");
    await createReviews(...Array.from({ length: 23 }, (_, i) => ({ title: `review ${i}`, publishedAt: day })));
    const pages = await Promise.all([1, 2, 3].map((page) => list({ page })));
    expect(pages.map(({ reviews }) => reviews.length)).toEqual([10, 10, 3]);
    expect(new Set(pages.flatMap(titles)).size).toBe(23);
    const beyond = await list({ page: 9999 });
    expect(beyond.filters.page).toBe(3);
    expect(titles(beyond)).toEqual(titles(pages[2] ?? beyond));
  });
});

describe("reviews that are gone", () => {
  it("leave a dated line when they had been public, with the reason they were removed for", async () => {
    const published = { publishedAt: at("2026-01-01") };
    await createReviews(
      { ...published, status: "removed", removalReason: "promotional", closedAt: at("2026-03-03") },
      { ...published, status: "withdrawn", closedAt: at("2026-02-02") },
      { ...published, status: "appealed", removalReason: "personal_data", closedAt: at("2026-01-20") },
      { status: "rejected", removalReason: "duplicate", closedAt: at("2026-04-04") },
      { status: "rejected_final", removalReason: "duplicate", closedAt: at("2026-04-05") },
      { status: "withdrawn", publishedAt: null, closedAt: at("2026-04-06") },
    );
    expect((await list()).tombstones).toEqual([
      { closedOn: "2026-03-03", reason: "promotional" },
      { closedOn: "2026-02-02", reason: null },
      { closedOn: "2026-01-20", reason: "personal_data" },
    ]);
  });
});
