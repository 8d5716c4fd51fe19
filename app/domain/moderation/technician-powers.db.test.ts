import { beforeEach, expect, test } from "vitest";
import { decideItem } from "#app/domain/moderation/decide-item.server.ts";
import { decideReport } from "#app/domain/moderation/decide-report.server.ts";
import { hideReportedReview } from "#app/domain/moderation/hide-reported-review.server.ts";
import { withdrawReview } from "#app/domain/reviews/withdraw-review.server.ts";
import { db } from "#app/platform/db.server.ts";
import { addReview, openDesk } from "../../../tests/support/moderation-desk.ts";
import type { Desk } from "../../../tests/support/moderation-desk.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  // The strongest case: somebody who keeps the profile and decides about others.
  await db().user.update({ where: { id: desk.owner.id }, data: { roles: ["technician", "moderator"] } });
});

test("I5 a technician can neither refuse, hide, remove nor withdraw a review of their own profile", async () => {
  const waiting = await addReview(desk, { lastSessionOn: new Date("2026-01-01") });
  const published = await addReview(desk, { status: "published", lastSessionOn: new Date("2026-02-01") });
  const report = await db().report.create({
    data: {
      subjectKind: "review",
      subjectId: published.id,
      reporterId: desk.client.id,
      reason: "personal_data",
      explanation: "x",
    },
  });
  const refusal = { decision: "reject", reason: "promotional", note: "I do not like what it says." } as const;
  const before = await db().review.findMany({ orderBy: { id: "asc" } });

  const attempts = [
    await decideItem(desk.owner, "review", { id: waiting.id, version: 1, ...refusal }, NOW),
    await hideReportedReview(desk.owner, report.id, NOW),
    await decideReport(
      desk.owner,
      { reportId: report.id, version: report.version },
      { outcome: "uphold", reason: "personal_data", note: "It names me." },
      NOW,
    ),
    await withdrawReview(desk.owner, published.id, NOW),
  ];
  expect(attempts.map(({ ok }) => ok)).toEqual([false, false, false, false]);
  expect(await db().review.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  expect(await db().moderationDecision.count()).toBe(0);
});
