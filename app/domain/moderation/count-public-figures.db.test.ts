import { beforeEach, describe, expect, test } from "vitest";
import { countPublicFigures } from "#app/domain/moderation/count-public-figures.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

const NOW = new Date("2026-11-15T12:00:00Z");
const hoursBefore = (hours: number, from = NOW) => new Date(from.getTime() - hours * 3_600_000);

let version = 0;
/** A first decision on a review of five stars, an hour ago, after ten hours. */
function decision(overrides: Partial<Prisma.ModerationDecisionCreateManyInput> & { hours?: number } = {}) {
  const { hours = 10, ...more } = overrides;
  const decidedAt = more.decidedAt instanceof Date ? more.decidedAt : hoursBefore(1);
  version += 1;
  return {
    subjectKind: "review" as const,
    subjectId: "0199aaaa-0000-7000-8000-000000000001",
    subjectVersion: version,
    fromState: "in_review",
    toState: "published",
    stars: 5,
    waitingSince: hoursBefore(hours, decidedAt),
    ...more,
    decidedAt,
  };
}

beforeEach(emptyDatabase);

describe("the public figures", () => {
  test("are all there and all nought before anything was decided", async () => {
    const figures = await countPublicFigures(NOW);
    expect(figures.since).toBe("2025-12-01");
    expect(figures.months.map(({ month }) => month)).toHaveLength(12);
    expect(figures.bands.map(({ stars, published }) => [stars, published])).toEqual([5, 4, 3, 2, 1].map((s) => [s, 0]));
    expect(figures).toMatchObject({ all: { published: 0, medianHours: null }, open: [], reasons: [], sampleCount: 0 });
  });

  test("count first decisions by stars and month, with the median of the waits and not their mean", async () => {
    await db().moderationDecision.createMany({
      data: [
        decision({ hours: 2 }),
        decision({ hours: 4 }),
        decision({ hours: 90 }),
        decision({ toState: "rejected", reason: "duplicate", stars: 1, hours: 6, isSample: true }),
        decision({ toState: "changes_requested", reason: "personal_data", stars: 1, waitingSince: null }),
        decision({ decidedAt: new Date("2025-12-01T00:00:00Z"), stars: null, hours: 8 }),
        // A month too old, not yet decided, and no first decision.
        decision({ decidedAt: new Date("2025-11-30T23:59:59Z") }),
        decision({ decidedAt: hoursBefore(-1) }),
        decision({ fromState: "under_investigation", toState: "removed", reason: "duplicate" }),
      ],
    });
    const { all, bands, months, reasons, investigated, sampleCount } = await countPublicFigures(NOW);
    expect(all).toEqual({ published: 4, changesRequested: 1, rejected: 1, medianHours: 6, timed: 5 });
    expect(bands[0]).toEqual({ stars: 5, published: 3, changesRequested: 0, rejected: 0, medianHours: 4, timed: 3 });
    expect(bands[4]).toEqual({ stars: 1, published: 0, changesRequested: 1, rejected: 1, medianHours: 6, timed: 1 });
    expect(bands[5]).toMatchObject({ stars: null, published: 1 });
    expect(months[0]).toMatchObject({ month: "2025-12", published: 1, medianHours: 8 });
    expect(months[11]).toMatchObject({ month: "2026-11", published: 3, rejected: 1 });
    expect(reasons).toEqual([
      { reason: "duplicate", changesRequested: 0, rejected: 1, removed: 1 },
      { reason: "personal_data", changesRequested: 1, rejected: 0, removed: 0 },
    ]);
    expect([investigated, sampleCount]).toEqual([{ removed: 1, cleared: 0 }, 1]);
  });

  test("tell reports of technicians apart from those of others, and appeals by how they ended", async () => {
    const report = {
      subjectKind: "review" as const,
      subjectId: "0199aaaa-0000-7000-8000-000000000001",
      reason: "not_a_client" as const,
      explanation: "Never seen.",
      createdAt: hoursBefore(50),
    };
    const closed = { closedAt: hoursBefore(2) };
    await db().report.createMany({
      data: [
        { ...report, isByTechnician: true, status: "dismissed", ...closed },
        { ...report, isByTechnician: true },
        { ...report, status: "upheld", ...closed },
      ],
    });
    const made = await db().moderationDecision.createManyAndReturn({
      data: ["rejected", "rejected", "rejected"].map((toState) => decision({ toState, reason: "duplicate" })),
    });
    const ends = [{ status: "overturned", ...closed }, { status: "upheld", ...closed }, { status: "open" }] as const;
    await db().appeal.createMany({
      data: made.map(({ id }, at) => ({ decisionId: id, text: "No.", createdAt: hoursBefore(30), ...ends[at] })),
    });
    const { reports, appeals, open } = await countPublicFigures(NOW);
    expect(reports).toContainEqual({ isByTechnician: true, filed: 2, upheld: 0, dismissed: 1, open: 1 });
    expect(reports).toContainEqual({ isByTechnician: false, filed: 1, upheld: 1, dismissed: 0, open: 0 });
    expect(appeals).toEqual({ filed: 3, upheld: 1, overturned: 1, open: 1 });
    expect(open).toEqual([
      { kind: "report", count: 1, oldestHours: 50, medianHours: 50 },
      { kind: "appeal", count: 1, oldestHours: 30, medianHours: 30 },
    ]);
  });

  test("show what waits and for how long, and reviews that their authors took back", async () => {
    const technician = technicianRow();
    const author = userRow();
    await db().technician.createMany({ data: [technician] });
    await db().user.createMany({ data: [author] });
    const own = { technicianId: technician.id, authorId: author.id };
    await db().review.createMany({
      data: [
        reviewRow({ ...own, status: "pending", createdAt: hoursBefore(5), lastSessionOn: new Date("2026-01-01") }),
        reviewRow({ ...own, status: "in_review", createdAt: hoursBefore(9), lastSessionOn: new Date("2026-01-02") }),
        reviewRow({ ...own, status: "withdrawn", publishedAt: hoursBefore(99), closedAt: hoursBefore(1) }),
        reviewRow({ ...own, status: "withdrawn", closedAt: hoursBefore(1) }),
      ],
    });
    const { open, withdrawn } = await countPublicFigures(NOW);
    expect(open).toEqual([{ kind: "review", count: 2, oldestHours: 9, medianHours: 7 }]);
    expect(withdrawn).toBe(1);
  });
});
