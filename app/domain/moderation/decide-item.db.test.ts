import { beforeEach, describe, expect, test } from "vitest";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideItem } from "#app/domain/moderation/decide-item.server.ts";
import type { TextDecision } from "#app/domain/moderation/decision-outcome.ts";
import { db } from "#app/platform/db.server.ts";
import { followUpRow, replyRow } from "../../../prisma/factories/review-row.ts";
import { premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { addReview, asManyAtOnce, openDesk } from "../../../tests/support/moderation-desk.ts";
import type { Desk } from "../../../tests/support/moderation-desk.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const approve = (id: string, version = 1): TextDecision => ({
  id,
  version,
  decision: "approve",
  reason: null,
  note: null,
});
const reject = (id: string, version = 1): TextDecision => ({
  ...approve(id, version),
  decision: "reject",
  reason: "promotional",
  note: "It names a discount code twice.",
});

async function traces() {
  return {
    decisions: await db().moderationDecision.count(),
    audits: await db().auditEvent.count(),
    mails: await db().outgoingMail.count(),
  };
}

describe("F-13 200 decisions of two moderators on one review at once", () => {
  test("one is carried out, with one decision, one audit entry and the mails of one; the others are told it changed", async () => {
    const { id } = await addReview(desk);
    const outcomes = await asManyAtOnce(200, (i) =>
      i % 2 === 0
        ? decideItem(desk.robin, "review", approve(id), NOW)
        : decideItem(desk.alex, "review", reject(id), NOW),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(["changed"]));
    const [decision] = await db().moderationDecision.findMany();
    const review = await db().review.findUniqueOrThrow({ where: { id } });
    expect(decision?.toState).toBe(review.status);
    expect(review.version).toBe(2);
    const told = await db().outgoingMail.groupBy({ by: ["toEmail"], _count: true });
    // The author once; whoever keeps the profile once, if it was published.
    expect(told.every(({ _count }) => _count === 1)).toBe(true);
    expect(told.map(({ toEmail }) => toEmail)).toContain(desk.client.email);
    expect(told.length).toBe(review.status === "published" ? 2 : 1);
    expect(await traces()).toMatchObject({ decisions: 1, audits: 1 });
  }, 60_000);
});

describe("I1 a decision is whole", () => {
  test("approving publishes, rates, tells both and records, and the claim is over", async () => {
    const { id } = await addReview(desk, { overall: 5 });
    await claimItem(desk.robin, "review", id, NOW);
    await db().searchOutbox.deleteMany();
    const decided = await decideItem(desk.robin, "review", approve(id), NOW);
    expect(decided.ok).toBe(true);
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({
      status: "published",
      publishedAt: NOW,
      version: 2,
    });
    expect(await db().technician.findFirst()).toMatchObject({ reviewCount: 1, ratingCounts: [0, 0, 0, 0, 1] });
    expect(await db().searchOutbox.count({ where: { technicianId: desk.technician.id } })).toBe(1);
    const mails = await db().outgoingMail.findMany({ orderBy: { subject: "asc" } });
    expect(mails.map(({ toEmail, subject }) => [toEmail, subject])).toEqual([
      [desk.owner.email, "A new review on your profile"],
      [desk.client.email, "Your review is published"],
    ]);
    expect(await db().moderationDecision.findFirst()).toMatchObject({
      moderatorId: desk.robin.id,
      fromState: "pending",
      toState: "published",
      subjectVersion: 1,
      stars: 5,
    });
    expect(await db().auditEvent.findFirst()).toMatchObject({ action: "review_decided", toState: "published" });
    expect(await db().moderationClaim.count()).toBe(0);
  });

  test("what can't be finished leaves nothing behind", async () => {
    const { id } = await addReview(desk);
    // A revision of a version that the database has for another reason can't fail it; a missing moderator can.
    const nobody = { userId: "00000000-0000-7000-8000-000000000000" };
    await expect(decideItem(nobody, "review", approve(id), NOW)).rejects.toThrow();
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({ status: "pending", version: 1 });
    expect(await traces()).toEqual({ decisions: 0, audits: 0, mails: 0 });
    expect(await db().technician.findFirst()).toMatchObject({ reviewCount: 0 });
  });
});

describe("I4 and I6", () => {
  test.each(["reject", "request_changes", "redact"] as const)("%s needs a reason and the facts", async (decision) => {
    const { id } = await addReview(desk);
    const bare = { ...reject(id), decision };
    expect(await decideItem(desk.robin, "review", { ...bare, reason: null }, NOW)).toEqual({
      ok: false,
      reason: "no_reason",
    });
    expect(await decideItem(desk.robin, "review", { ...bare, note: null }, NOW)).toEqual({
      ok: false,
      reason: "no_reason",
    });
    expect(await traces()).toEqual({ decisions: 0, audits: 0, mails: 0 });
  });

  test("a rejection says why on the review, and keeps the text as it was decided on", async () => {
    const { id, title = "", text = "" } = await addReview(desk);
    await decideItem(desk.robin, "review", reject(id), NOW);
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({
      status: "rejected",
      removalReason: "promotional",
      closedAt: NOW,
    });
    expect(await db().reviewRevision.findFirst()).toMatchObject({ reviewId: id, version: 1, title, text });
  });

  test("an edit after the review was read makes the decision fail", async () => {
    const { id } = await addReview(desk);
    await db().review.update({ where: { id }, data: { text: "Quite another text.", version: { increment: 1 } } });
    expect(await decideItem(desk.robin, "review", approve(id, 1), NOW)).toEqual({ ok: false, reason: "changed" });
    expect((await decideItem(desk.robin, "review", approve(id, 2), NOW)).ok).toBe(true);
  });
});

describe("I2 claims", () => {
  test("nobody decides what somebody else has open; once the claim has lapsed anybody does (F-14)", async () => {
    const { id } = await addReview(desk);
    await claimItem(desk.robin, "review", id, NOW);
    expect(await decideItem(desk.alex, "review", approve(id), NOW)).toEqual({ ok: false, reason: "claimed" });
    const later = new Date(NOW.getTime() + 15 * 60_000);
    expect((await decideItem(desk.alex, "review", approve(id), later)).ok).toBe(true);
  });
});

describe("publishing without a passage", () => {
  const redaction = (id: string, text: string): TextDecision => ({
    ...reject(id),
    decision: "redact",
    reason: "personal_data",
    text,
  });

  test("replaces what was marked and keeps the author's own words as a revision", async () => {
    const text = "Her assistant Kim Vale was late. The result is what we agreed.";
    const { id } = await addReview(desk, { text });
    const marked = "Her assistant [[Kim Vale]] was late. The result is what we agreed.";
    expect((await decideItem(desk.robin, "review", redaction(id, marked), NOW)).ok).toBe(true);
    expect(await db().review.findUnique({ where: { id } })).toMatchObject({
      status: "published",
      text: "Her assistant [removed by a moderator: personal data] was late. The result is what we agreed.",
      redactionReason: "personal_data",
    });
    expect(await db().reviewRevision.findFirst()).toMatchObject({ version: 1, text });
  });

  test.each([
    ["rewording", "Her assistant [[Kim Vale]] was early.", "reworded"],
    ["marking nothing", "Her assistant Kim Vale was late.", "no_marks"],
  ])("refuses %s, and nothing happens", async (_name, marked, reason) => {
    const { id } = await addReview(desk, { text: "Her assistant Kim Vale was late." });
    expect(await decideItem(desk.robin, "review", redaction(id, marked), NOW)).toEqual({ ok: false, reason });
    expect(await traces()).toEqual({ decisions: 0, audits: 0, mails: 0 });
  });
});

describe("Z-07 I3 a moderator's own matter", () => {
  const colleague = async () => {
    const premises = premisesRow();
    const mine = technicianRow({ ownerId: desk.robin.id });
    await db().premises.createMany({ data: [premises] });
    await db().technician.createMany({ data: [mine] });
    const at = [desk.technician.id, mine.id].map((technicianId) => ({ technicianId, premisesId: premises.id }));
    await db().technicianPremises.createMany({ data: at });
  };
  const report = (id: string) =>
    db().report.create({
      data: {
        subjectKind: "review",
        subjectId: id,
        reporterId: desk.robin.id,
        reason: "duplicate",
        explanation: "Seen before.",
      },
    });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ["they wrote it", (id) => db().review.update({ where: { id }, data: { authorId: desk.robin.id } })],
    ["it is about them", () => db().technician.updateMany({ data: { ownerId: desk.robin.id } })],
    ["it is about somebody at the same premises", colleague],
    ["they reported it", report],
  ])("can't be decided or opened by them: %s", async (_name, arrange) => {
    const { id } = await addReview(desk);
    await arrange(id);
    expect(await decideItem(desk.robin, "review", approve(id), NOW)).toEqual({ ok: false, reason: "own_matter" });
    expect(await claimItem(desk.robin, "review", id, NOW)).toEqual({ ok: false, reason: "own_matter" });
    expect((await decideItem(desk.alex, "review", approve(id), NOW)).ok).toBe(true);
  });
});

describe("follow-ups and replies", () => {
  test("a published follow-up changes the stars of its review, and its author is told", async () => {
    const review = await addReview(desk, { status: "published", overall: 5 });
    const followUp = followUpRow({ reviewId: review.id, status: "pending", overall: 2 });
    await db().reviewFollowUp.createMany({ data: [followUp] });
    expect((await decideItem(desk.robin, "follow_up", approve(followUp.id), NOW)).ok).toBe(true);
    expect(await db().technician.findFirst()).toMatchObject({ ratingCounts: [0, 1, 0, 0, 0] });
    expect(await db().outgoingMail.findMany()).toMatchObject([{ toEmail: desk.client.email }]);
  });

  test("a refused reply has its reason, and whoever wrote it is told", async () => {
    const review = await addReview(desk, { status: "published" });
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id, status: "pending" })] });
    expect((await decideItem(desk.robin, "reply", reject(review.id), NOW)).ok).toBe(true);
    expect(await db().reply.findFirst()).toMatchObject({ status: "rejected", closedReason: "promotional", version: 2 });
    expect(await db().outgoingMail.findMany()).toMatchObject([{ toEmail: desk.owner.email }]);
    expect(await decideItem(desk.alex, "reply", approve(review.id), NOW)).toEqual({ ok: false, reason: "changed" });
  });

  test("below a review that readers don't see nothing is decided", async () => {
    const review = await addReview(desk, { status: "withdrawn" });
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id, status: "pending" })] });
    expect(await decideItem(desk.robin, "reply", approve(review.id), NOW)).toEqual({ ok: false, reason: "changed" });
  });
});
