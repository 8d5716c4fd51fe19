import { beforeEach, describe, expect, test } from "vitest";
import { claimItem, releaseItem } from "#app/domain/moderation/claim-item.server.ts";
import { countQueues } from "#app/domain/moderation/count-queues.server.ts";
import { decideItem } from "#app/domain/moderation/decide-item.server.ts";
import { findItem } from "#app/domain/moderation/find-item.server.ts";
import { listQueue } from "#app/domain/moderation/list-queue.server.ts";
import { openItem, openNextItem } from "#app/domain/moderation/open-item.server.ts";
import { db } from "#app/platform/db.server.ts";
import { followUpRow, replyRow } from "../../../prisma/factories/review-row.ts";
import { addReview, openDesk } from "../../../tests/support/moderation-desk.ts";
import type { Desk } from "../../../tests/support/moderation-desk.ts";

/** A Monday. */
const NOW = new Date("2026-11-23T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

/** A review, a follow-up and a reply that wait, from the longest wait on. */
async function addThree() {
  const published = await addReview(desk, { status: "published", createdAt: daysAgo(90) });
  const reply = replyRow({ reviewId: published.id, status: "pending", submittedAt: daysAgo(9) });
  const review = await addReview(desk, { createdAt: daysAgo(6), lastSessionOn: new Date("2026-01-01") });
  const followUp = followUpRow({ reviewId: published.id, status: "pending", createdAt: daysAgo(1) });
  await db().reply.createMany({ data: [reply] });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  return { published, review, followUp };
}

describe("the queue", () => {
  test("has every kind in one order, that of waiting", async () => {
    const { published, review, followUp } = await addThree();
    const { rows, counts } = await listQueue(desk.robin, { kind: null, page: 1 }, NOW);
    expect(rows.map(({ path }) => path)).toEqual([
      `/moderation/replies/${published.id}`,
      `/moderation/reviews/${review.id}`,
      `/moderation/follow-ups/${followUp.id}`,
    ]);
    expect(rows.map(({ waiting }) => waiting.isOver)).toEqual([true, true, false]);
    expect(counts).toEqual({ review: 1, follow_up: 1, reply: 1 });
    const replies = await listQueue(desk.robin, { kind: "reply", page: 7 }, NOW);
    expect([replies.rows.length, replies.page]).toEqual([1, 1]);
  });

  test("shows nobody their own matter (Z-07), but counts it: somebody has to decide it", async () => {
    await addReview(desk, { authorId: desk.robin.id });
    expect((await listQueue(desk.robin, { kind: null, page: 1 }, NOW)).rows).toEqual([]);
    expect(await openNextItem(desk.robin, null, NOW)).toBeNull();
    expect((await listQueue(desk.alex, { kind: null, page: 1 }, NOW)).rows).toHaveLength(1);
    expect((await countQueues(desk.robin, NOW))[0]).toMatchObject({ queue: "review", count: 1 });
  });

  test("in numbers: how many, since when, how many over three working days", async () => {
    await addThree();
    const [reviews, followUps, replies, appeals] = await countQueues(desk.alex, NOW);
    expect([reviews?.count, reviews?.overCount, reviews?.oldest?.waited]).toEqual([1, 1, "6 days"]);
    expect([followUps?.count, followUps?.overCount]).toEqual([1, 0]);
    expect([replies?.count, replies?.overCount]).toEqual([1, 1]);
    expect(appeals).toEqual({ queue: "appeal", count: 0, overCount: 0, oldest: null });
  });
});

describe("F-14 I2 claims", () => {
  test("an item that was opened is passed over by others until the claim lapses, and nothing is stuck", async () => {
    const { published, review } = await addThree();
    expect(await openNextItem(desk.robin, null, NOW)).toEqual({ kind: "reply", id: published.id });
    expect(await openNextItem(desk.alex, null, NOW)).toEqual({ kind: "review", id: review.id });
    // Robin's browser is gone for good.
    expect(await openItem(desk.alex, "reply", published.id, minutesLater(14))).toEqual({
      ok: false,
      reason: "claimed",
    });
    expect(await openNextItem(desk.alex, null, minutesLater(15))).toEqual({ kind: "reply", id: published.id });
    expect((await decideItem(desk.alex, "reply", approve(published.id), minutesLater(16))).ok).toBe(true);
  });

  test("opening again keeps it for another 15 minutes, giving back frees it at once", async () => {
    const { id } = await addReview(desk);
    await openItem(desk.robin, "review", id, NOW);
    const again = await openItem(desk.robin, "review", id, minutesLater(10));
    expect(again).toEqual({ ok: true, value: { expiresAt: minutesLater(25) } });
    expect(await claimItem(desk.alex, "review", id, minutesLater(20))).toEqual({ ok: false, reason: "claimed" });
    await releaseItem(desk.alex, "review", id);
    expect(await claimItem(desk.alex, "review", id, minutesLater(20))).toEqual({ ok: false, reason: "claimed" });
    await releaseItem(desk.robin, "review", id);
    expect((await claimItem(desk.alex, "review", id, minutesLater(20))).ok).toBe(true);
  });

  test("two who press Next at the same moment get two different items, however often", async () => {
    for (let i = 0; i < 6; i += 1)
      await addReview(desk, { lastSessionOn: daysAgo(100 + i), createdAt: daysAgo(3 + i) });
    for (let i = 0; i < 3; i += 1) {
      const both = await Promise.all([openNextItem(desk.robin, null, NOW), openNextItem(desk.alex, null, NOW)]);
      expect(new Set(both.map((item) => item?.id)).size).toBe(2);
      expect(both).not.toContain(null);
      for (const item of both) await decideItem(desk.robin, "review", approve(item?.id ?? ""), minutesLater(20));
    }
    expect(await db().review.count({ where: { status: "published" } })).toBe(6);
  });

  test("opening a review says so in its state and on record, and looks for signals; its version stays", async () => {
    const { id } = await addReview(desk);
    await openItem(desk.robin, "review", id, NOW);
    await openItem(desk.robin, "review", id, NOW);
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({
      status: "in_review",
      version: 1,
      signalsCheckedAt: NOW,
    });
    expect(await db().auditEvent.findMany()).toMatchObject([{ action: "review_opened", toState: "in_review" }]);
  });

  test("what no longer waits can't be opened", async () => {
    const { id } = await addReview(desk, { status: "withdrawn" });
    expect(await openItem(desk.robin, "review", id, NOW)).toEqual({ ok: false, reason: "changed" });
  });
});

const approve = (id: string) => ({ id, version: 1, decision: "approve", reason: null, note: null }) as const;

describe("an item", () => {
  const TELLING =
    /rating|overall|stars|recommend|needle|understanding|sterile|dedication"|"portfolio|wouldDoAgain|StillAsWanted/i;

  test("tells nothing of the stars until there is a decision that stands", async () => {
    const { id } = await addReview(desk, { overall: 1, needleOpened: false });
    const before = await findItem(desk.robin, "review", id, NOW);
    expect(before?.ratings).toBeNull();
    expect(JSON.stringify({ ...before, ratings: undefined })).not.toMatch(TELLING);
    const ask = {
      ...approve(id),
      decision: "request_changes",
      reason: "personal_data",
      note: "A name in line 2.",
    } as const;
    await decideItem(desk.robin, "review", ask, NOW);
    expect((await findItem(desk.robin, "review", id, NOW))?.ratings).toBeNull();
    await db().review.update({ where: { id }, data: { status: "pending" } });
    await decideItem(desk.robin, "review", { ...approve(id), version: 2 }, NOW);
    expect((await findItem(desk.robin, "review", id, NOW))?.ratings).toMatchObject({
      overall: 1,
      subRatings: { sterile: 5 },
    });
  });

  test("of a follow-up and a reply tells no stars either, of the review above them included", async () => {
    const { published, followUp } = await addThree();
    await db().reviewFollowUp.updateMany({ data: { overall: 2 } });
    for (const [kind, id] of [
      ["follow_up", followUp.id],
      ["reply", published.id],
    ] as const) {
      const item = await findItem(desk.robin, kind, id, NOW);
      expect(item?.below?.text).toBe(published.text);
      expect(JSON.stringify({ ...item, ratings: undefined })).not.toMatch(TELLING);
      expect(item?.ratings).toBeNull();
    }
  });

  test("Z-02 drafts, one's own matter and what is no id are not there", async () => {
    const draft = await addReview(desk, { status: "draft" });
    const own = await addReview(desk, { authorId: desk.robin.id });
    expect(await findItem(desk.robin, "review", draft.id, NOW)).toBeNull();
    expect(await findItem(desk.robin, "review", own.id, NOW)).toBeNull();
    expect(await findItem(desk.robin, "review", "1 OR 1=1", NOW)).toBeNull();
    expect(await findItem(desk.robin, "follow_up", own.id, NOW)).toBeNull();
  });

  test("shows who else has it, earlier decisions, and what became of the author's other reviews without stars", async () => {
    const { id } = await addReview(desk, { createdAt: daysAgo(2) });
    await addReview(desk, { status: "rejected", lastSessionOn: new Date("2026-02-02"), overall: 1 });
    await openItem(desk.alex, "review", id, NOW);
    const item = await findItem(desk.robin, "review", id, NOW);
    expect(item?.claim).toEqual({ isMine: false, by: "Alex", until: minutesLater(15).toISOString() });
    expect(item?.others).toMatchObject([{ status: "rejected", reason: "too_little_detail", about: "Ada Stone" }]);
    expect(item?.signals).toEqual({ isChecked: true, found: item?.signals?.found });
  });
});
