import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { listStudioReviews } from "#app/domain/reviews/list-studio-reviews.server.ts";
import { sendReply } from "#app/domain/reviews/send-reply.server.ts";
import { withdrawReply } from "#app/domain/reviews/withdraw-reply.server.ts";
import { db } from "#app/platform/db.server.ts";
import { replyRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const LATER = new Date("2026-06-11T12:00:00Z");
const NO_FILTERS = { stars: null, stage: null, treatment: null, page: 1 };
const WORDS = "Thank you for writing. We would like to put it right.";

const client = userRow({ displayName: "Hat Man" });
const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ slug: "ana-reyes", ownerId: owner.id });
const ben = technicianRow({ slug: "ben-okoye", ownerId: stranger.id });
const review = reviewRow({ technicianId: ana.id, authorId: client.id });
const asOwner = { userId: owner.id, technicianId: ana.id };
const asStranger = { userId: stranger.id, technicianId: ben.id };

const input = (more: Partial<Parameters<typeof sendReply>[1]> = {}) => ({
  reviewId: review.id,
  version: 0,
  text: WORDS,
  isChecked: false,
  ...more,
});
const replyNow = () => db().reply.findUnique({ where: { reviewId: review.id } });
const refusal = (kind: string) => ({ ok: false, reason: { kind } });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [client, owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
  await db().review.createMany({ data: [review] });
});

describe("replying to a review", () => {
  it("waits for a moderator, and readers see nothing of it until then", async () => {
    expect(await sendReply(asOwner, input(), NOW)).toMatchObject({ ok: true });
    expect(await replyNow()).toMatchObject({ status: "pending", version: 1, submittedAt: NOW, publishedAt: null });
    const page = await listReviews("ana-reyes", NO_FILTERS);
    expect(page.reviews.map(({ reply }) => reply)).toEqual([null]);
    expect(await db().auditEvent.count({ where: { action: "reply_sent", actorId: owner.id } })).toBe(1);
  });

  it.each(["draft", "awaiting_contact", "pending", "in_review", "changes_requested", "rejected", "withdrawn"] as const)(
    "Z-06: there is no reply to a review that is %s",
    async (status) => {
      const early = reviewRow({ technicianId: ana.id, status });
      await db().review.createMany({ data: [early] });
      expect(await sendReply(asOwner, input({ reviewId: early.id }), NOW)).toEqual(refusal("not_found"));
      expect(await db().reply.count()).toBe(0);
    },
  );

  it("Z-06: nor to one that is hidden", async () => {
    await db().review.update({ where: { id: review.id }, data: { isHidden: true } });
    expect(await sendReply(asOwner, input(), NOW)).toEqual(refusal("not_found"));
  });

  it("Z-02: somebody else's review is answered like one that isn't there, whichever ids are sent", async () => {
    const mixed = { userId: stranger.id, technicianId: ana.id };
    const nobody = input({ reviewId: randomUUID() });
    for (const [person, sent] of [
      [asStranger, input()],
      [mixed, input()],
      [asOwner, nobody],
    ] as const) {
      expect(await sendReply(person, sent, NOW)).toEqual(refusal("not_found"));
    }
    expect(await db().reply.count()).toBe(0);
  });

  it("Z-03: nobody withdraws or reads somebody else's reply", async () => {
    await sendReply(asOwner, input(), NOW);
    for (const person of [asStranger, { userId: stranger.id, technicianId: ana.id }]) {
      expect(await withdrawReply(person, { reviewId: review.id, version: 1 })).toEqual({
        ok: false,
        reason: "not_found",
      });
    }
    expect(await replyNow()).toMatchObject({ status: "pending", version: 1 });
    expect((await listStudioReviews(asStranger, 1))?.reviews).toEqual([]);
    expect(await listStudioReviews({ userId: stranger.id, technicianId: ana.id }, 1)).toBeNull();
  });

  it("F-11: fifty replies at once make one", async () => {
    const sent = await Promise.all(Array.from({ length: 50 }, () => sendReply(asOwner, input(), NOW)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().reply.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "reply_sent" } })).toBe(1);
  });

  it("F-11: of fifty changes at once one is kept", async () => {
    await sendReply(asOwner, input(), NOW);
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        sendReply(asOwner, input({ version: 1, text: `${WORDS} Version ${index}.` }), NOW),
      ),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await replyNow()).toMatchObject({ version: 2 });
  });

  it("words that may reveal the client are sent only once somebody looked at them", async () => {
    const text = "You came on 12 April, and nothing was said about your medication.";
    const sent = await sendReply(asOwner, input({ text }), NOW);
    expect(sent).toMatchObject({
      ok: false,
      reason: { kind: "warnings", warnings: [{ kind: "date" }, { kind: "health" }] },
    });
    expect(await replyNow()).toBeNull();
    expect(await sendReply(asOwner, input({ text, isChecked: true }), NOW)).toMatchObject({ ok: true });
  });
});

describe("changing and withdrawing a reply", () => {
  it("while it waits it can be changed and keeps its place in the queue", async () => {
    await sendReply(asOwner, input(), NOW);
    expect(await sendReply(asOwner, input({ version: 1, text: `${WORDS} Again.` }), LATER)).toMatchObject({ ok: true });
    expect(await replyNow()).toMatchObject({
      status: "pending",
      version: 2,
      submittedAt: NOW,
      text: `${WORDS} Again.`,
    });
  });

  it("what a moderator asked to change is sent again and gets in line again", async () => {
    const asked = replyRow({
      reviewId: review.id,
      status: "changes_requested",
      closedReason: "personal_data",
      version: 2,
    });
    await db().reply.createMany({ data: [asked] });
    await sendReply(asOwner, input({ version: 2 }), LATER);
    expect(await replyNow()).toMatchObject({ status: "pending", submittedAt: LATER, closedReason: null, version: 3 });
  });

  it.each(["published", "rejected", "removed"] as const)("a reply that is %s can't be rewritten", async (status) => {
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id, status })] });
    expect(await sendReply(asOwner, input({ version: 1 }), NOW)).toEqual(refusal("not_possible"));
  });

  it("a published reply is gone from the page once it is withdrawn, and a new one is moderated", async () => {
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id, status: "published" })] });
    expect((await listReviews("ana-reyes", NO_FILTERS)).reviews[0]?.reply).not.toBeNull();
    expect(await withdrawReply(asOwner, { reviewId: review.id, version: 1 })).toMatchObject({ ok: true });
    expect((await listReviews("ana-reyes", NO_FILTERS)).reviews[0]?.reply).toBeNull();
    await sendReply(asOwner, input({ version: 2 }), LATER);
    expect(await replyNow()).toMatchObject({ status: "pending", publishedAt: null });
    expect((await listReviews("ana-reyes", NO_FILTERS)).reviews[0]?.reply).toBeNull();
  });

  it("a form that was opened before the moderator decided changes nothing", async () => {
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id, status: "changes_requested", version: 2 })] });
    expect(await sendReply(asOwner, input({ version: 1 }), NOW)).toEqual(refusal("changed"));
    expect(await withdrawReply(asOwner, { reviewId: review.id, version: 1 })).toEqual({ ok: false, reason: "changed" });
  });
});

it("the technician sees why a reply was not published", async () => {
  await db().reply.createMany({
    data: [replyRow({ reviewId: review.id, status: "rejected", closedReason: "personal_data", version: 2 })],
  });
  await db().moderationDecision.create({
    data: {
      subjectKind: "reply",
      subjectId: review.id,
      fromState: "pending",
      toState: "rejected",
      reason: "personal_data",
      note: "It names the client.",
      subjectVersion: 1,
    },
  });
  const listed = await listStudioReviews(asOwner, 1);
  expect(listed?.reviews).toMatchObject([
    { reply: { status: "rejected", reason: "personal_data", note: "It names the client." }, can: { reply: false } },
  ]);
});
