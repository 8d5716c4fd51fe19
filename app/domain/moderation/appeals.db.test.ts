import { beforeEach, describe, expect, test } from "vitest";
import { decideAppeal } from "#app/domain/moderation/decide-appeal.server.ts";
import type { AppealDecision } from "#app/domain/moderation/decide-appeal.server.ts";
import { decideItem } from "#app/domain/moderation/decide-item.server.ts";
import { findAppeal, listAppeals } from "#app/domain/moderation/find-appeals.server.ts";
import { appealReview } from "#app/domain/reviews/appeal-review.server.ts";
import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { addReview, asManyAtOnce, openDesk } from "../../../tests/support/moderation-desk.ts";
import type { Desk } from "../../../tests/support/moderation-desk.ts";

const TEXT = "The code was printed on my receipt, I did not know.";
/** Decisions carry the database's own time, so these tests go by the real one. */
const now = () => new Date();

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

/** A review that Robin refused. */
async function addRejected() {
  const review = await addReview(desk, { overall: 5 });
  const decision = { decision: "reject", reason: "promotional", note: "It names a discount code twice." } as const;
  await decideItem(desk.robin, "review", { id: review.id, version: 1, ...decision }, now());
  await db().outgoingMail.deleteMany();
  return review;
}

async function addAppealed() {
  const review = await addRejected();
  const appealed = await appealReview(desk.client, review.id, TEXT, now());
  if (!appealed.ok) throw new Error(appealed.reason);
  return { review, appealId: appealed.value.appealId };
}

const decision = (appealId: string, outcome: AppealDecision["outcome"]): AppealDecision => ({
  appealId,
  version: 1,
  outcome,
  note: "The receipt shows it.",
});

describe("an author appeals", () => {
  test("against a refusal, once, and it is on record", async () => {
    const { id } = await addRejected();
    const outcomes = await asManyAtOnce(20, () => appealReview(desk.client, id, TEXT, now()));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().appeal.findMany()).toMatchObject([{ text: TEXT, status: "open", authorId: desk.client.id }]);
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({ status: "appealed", version: 3 });
    expect(await db().auditEvent.count({ where: { action: "review_appealed" } })).toBe(1);
    expect(await appealReview(desk.client, id, TEXT, now())).toEqual({ ok: false, reason: "not_possible" });
  });

  test("Z-02 against nobody else's decision: it is as if the review were not there", async () => {
    const { id } = await addRejected();
    expect(await appealReview(desk.owner, id, TEXT, now())).toEqual({ ok: false, reason: "not_found" });
  });

  test("within six months of the decision and not after", async () => {
    const { id } = await addRejected();
    const late = new Date();
    late.setUTCMonth(late.getUTCMonth() + 6, late.getUTCDate() + 4);
    expect(await appealReview(desk.client, id, TEXT, late)).toEqual({ ok: false, reason: "too_late" });
  });

  test("not while another review of the same visit is there", async () => {
    const { id } = await addRejected();
    await db().review.createMany({ data: [reviewRow({ technicianId: desk.technician.id, authorId: desk.client.id })] });
    expect(await appealReview(desk.client, id, TEXT, now())).toEqual({ ok: false, reason: "other_review" });
    expect(await db().appeal.count()).toBe(0);
  });
});

describe("an appeal is decided", () => {
  test("I3 Z-07 never by the moderator whose decision it is against, who is told so on the page", async () => {
    const { appealId } = await addAppealed();
    expect(await decideAppeal(desk.robin, decision(appealId, "uphold"), now())).toEqual({
      ok: false,
      reason: "own_matter",
    });
    expect(await findAppeal(desk.robin, appealId, now())).toMatchObject({ isFirst: true, otherCount: 1 });
    await db().user.update({ where: { id: desk.alex.id }, data: { suspendedAt: now() } });
    expect(await findAppeal(desk.robin, appealId, now())).toMatchObject({ isFirst: true, otherCount: 0 });
    const { rows } = await listAppeals(desk.robin, 1, now());
    expect(rows).toMatchObject([{ remark: "Against your decision" }]);
  });

  test("overturned: published and rated, both are told, and it is recorded", async () => {
    const { review, appealId } = await addAppealed();
    expect((await decideAppeal(desk.alex, decision(appealId, "overturn"), now())).ok).toBe(true);
    expect(await db().review.findUnique({ where: { id: review.id } })).toMatchObject({
      status: "published",
      removalReason: null,
      closedAt: null,
    });
    expect(await db().technician.findFirst()).toMatchObject({ reviewCount: 1, ratingCounts: [0, 0, 0, 0, 1] });
    expect(await db().appeal.findFirst()).toMatchObject({ status: "overturned", version: 2 });
    const told = (await db().outgoingMail.findMany()).map(({ toEmail }) => toEmail).sort();
    expect(told).toEqual([desk.client.email, desk.owner.email].sort());
    expect(await db().moderationDecision.findFirst({ where: { moderatorId: desk.alex.id } })).toMatchObject({
      fromState: "appealed",
      toState: "published",
      stars: 5,
    });
  });

  test("upheld: refused for good, with the first reason; there is no second appeal", async () => {
    const { review, appealId } = await addAppealed();
    expect((await decideAppeal(desk.alex, decision(appealId, "uphold"), now())).ok).toBe(true);
    expect(await db().review.findUnique({ where: { id: review.id } })).toMatchObject({
      status: "rejected_final",
      removalReason: "promotional",
    });
    expect(await appealReview(desk.client, review.id, TEXT, now())).toEqual({ ok: false, reason: "not_possible" });
    // Nobody but the author knew of it.
    expect(await db().outgoingMail.findMany()).toMatchObject([{ toEmail: desk.client.email }]);
  });

  test("upheld: the reason is that of the decision, also where the review’s own row has lost it", async () => {
    const { review, appealId } = await addAppealed();
    await db().review.update({ where: { id: review.id }, data: { removalReason: null, closedAt: null } });
    expect((await decideAppeal(desk.alex, decision(appealId, "uphold"), now())).ok).toBe(true);
    expect(await db().review.findUnique({ where: { id: review.id } })).toMatchObject({
      status: "rejected_final",
      removalReason: "promotional",
    });
  });

  test("F-13 by one of many at once, and not at all once the author has withdrawn the review", async () => {
    const { review, appealId } = await addAppealed();
    const outcomes = await asManyAtOnce(40, (i) =>
      decideAppeal(desk.alex, decision(appealId, i % 2 === 0 ? "uphold" : "overturn"), now()),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().moderationDecision.count({ where: { fromState: "appealed" } })).toBe(1);
    await db().review.update({ where: { id: review.id }, data: { status: "withdrawn" } });
    await db().appeal.update({ where: { id: appealId }, data: { status: "open", version: 1 } });
    expect(await decideAppeal(desk.alex, decision(appealId, "uphold"), now())).toEqual({
      ok: false,
      reason: "changed",
    });
    expect(await db().appeal.findFirst()).toMatchObject({ status: "open" });
  });

  test("without seeing the stars", async () => {
    const { appealId } = await addAppealed();
    const appeal = await findAppeal(desk.alex, appealId, now());
    expect(appeal?.item.ratings).toBeNull();
    expect(appeal?.original).toMatchObject({ by: "Robin", reason: "promotional" });
  });
});
