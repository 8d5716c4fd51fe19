import { beforeEach, describe, expect, it } from "vitest";
import { checkWaitingReviews } from "#app/domain/reviews/signals/check-waiting-reviews.server.ts";
import { raiseSerialReporting } from "#app/domain/reviews/signals/raise-serial-reporting.server.ts";
import { raiseSignals } from "#app/domain/reviews/signals/raise-signals.server.ts";
import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const LONG_AGO = new Date("2024-01-10T12:00:00Z");
const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);

const author = userRow({ email: "jo@people.sample.hairline", createdAt: LONG_AGO });
const owner = userRow({ email: "ana@studio.sample.hairline", roles: ["technician"], createdAt: LONG_AGO });
const ana = technicianRow({ slug: "ana-reyes", ownerId: owner.id, practisingSince: 2015 });
const ben = technicianRow({ slug: "ben-okoye" });

const WORDS =
  "Three sessions over a month. The room was clean, the needle was opened in front of me, and the line looks as mine did.";
const fresh = (more: Partial<Parameters<typeof reviewRow>[0]> = {}) =>
  reviewRow({
    technicianId: ana.id,
    authorId: author.id,
    status: "pending",
    text: WORDS,
    createdAt: NOW,
    lastSessionOn: new Date("2026-03-01"),
    ...more,
  });

type Row = ReturnType<typeof reviewRow>;

async function signalsOf(review: Row, more: Row[] = []) {
  await db().review.createMany({ data: [review, ...more] });
  const signals = await db().$transaction((tx) => raiseSignals(review.id, NOW, tx));
  return signals.map(({ kind, relatedIds }) => ({ kind, relatedIds: [...relatedIds].sort() }));
}

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, owner] });
  await db().technician.createMany({ data: [ana, ben] });
});

describe("what is gathered for the rules", () => {
  it("an ordinary review raises nothing, and is not looked at again", async () => {
    const review = fresh();
    expect(await signalsOf(review)).toEqual([]);
    expect(await db().review.findFirst({ select: { signalsCheckedAt: true } })).toEqual({ signalsCheckedAt: NOW });
    expect(await checkWaitingReviews(NOW)).toBe(0);
  });

  it("burst: five reviews in a week where one a month is usual", async () => {
    const earlier = Array.from({ length: 6 }, (_, month) =>
      fresh({ authorId: null, text: `Review ${month}`, createdAt: days(30 + month * 30), status: "published" }),
    );
    const week = Array.from({ length: 4 }, (_, day) =>
      fresh({ authorId: null, text: `Day ${day}`, createdAt: days(day) }),
    );
    expect(await signalsOf(fresh(), [...earlier, ...week])).toEqual([
      { kind: "burst", relatedIds: week.map(({ id }) => id).sort() },
    ]);
  });

  it("near-identical: another technician's review of last month, and not one of last year", async () => {
    const recent = fresh({ technicianId: ben.id, authorId: null, createdAt: days(20) });
    const old = fresh({ technicianId: ben.id, authorId: null, createdAt: days(400) });
    expect(await signalsOf(fresh(), [recent, old])).toEqual([{ kind: "near_identical", relatedIds: [recent.id] }]);
  });

  it("near-identical: the technician's own answers", async () => {
    await db().technicianAnswer.create({ data: { technicianId: ana.id, question: "How?", answer: WORDS } });
    expect(await signalsOf(fresh())).toEqual([{ kind: "near_identical", relatedIds: [] }]);
  });

  it("shared device: another account's review of this technician, not one's own and not one of somebody else", async () => {
    const shared = { deviceHash: "device", text: "Other words entirely" };
    const others = [
      fresh({ ...shared, authorId: null }),
      fresh({ ...shared, lastSessionOn: new Date("2025-03-01"), createdAt: days(300) }),
      fresh({ ...shared, technicianId: ben.id, authorId: null }),
    ];
    expect(await signalsOf(fresh({ deviceHash: "device" }), others)).toEqual([
      { kind: "shared_device", relatedIds: [others[0]?.id] },
    ]);
  });

  it("shared device: the network that the technician signed in from", async () => {
    await db().session.create({ data: { id: "s", userId: owner.id, expiresAt: NOW, ipHash: "network" } });
    expect(await signalsOf(fresh({ ipHash: "network" }))).toEqual([{ kind: "shared_device", relatedIds: [] }]);
  });

  it("new account: made today for this review", async () => {
    const newcomer = userRow({ createdAt: NOW });
    await db().user.createMany({ data: [newcomer] });
    expect(await signalsOf(fresh({ authorId: newcomer.id, overall: 1 }))).toEqual([
      { kind: "new_account_extreme", relatedIds: [] },
    ]);
  });

  it("impossible dates: before the technician began", async () => {
    expect(await signalsOf(fresh({ lastSessionOn: new Date("2011-03-01") }))).toEqual([
      { kind: "impossible_dates", relatedIds: [] },
    ]);
  });

  it("reciprocal: the technician reviewed the author, who is one too", async () => {
    const own = technicianRow({ ownerId: author.id });
    await db().technician.createMany({ data: [own] });
    const returned = fresh({ technicianId: own.id, authorId: owner.id, text: "Other words entirely" });
    expect(await signalsOf(fresh(), [returned])).toEqual([{ kind: "reciprocal", relatedIds: [returned.id] }]);
  });

  it("shared contact: the technician's mailbox with a label", async () => {
    await db().user.update({ where: { id: author.id }, data: { email: "ana+client@studio.sample.hairline" } });
    expect(await signalsOf(fresh())).toEqual([{ kind: "shared_contact", relatedIds: [] }]);
  });
});

describe("a picture that stands elsewhere", () => {
  const photo = (reviewId: string, perceptualHash = "0f1e2d3c4b5a6978") => ({
    reviewId,
    perceptualHash,
    storageKey: `key-${reviewId}`,
    stage: "healed" as const,
    width: 800,
    height: 600,
    placeholderColour: "#997755",
    daysSinceLastSession: 60,
  });
  const published = fresh({ technicianId: ben.id, authorId: null, status: "published", text: "Other words entirely" });

  it("is told to the moderator, and opens one case about the published review, which stays visible", async () => {
    const review = fresh();
    await db().review.createMany({ data: [review, published] });
    await db().photo.createMany({ data: [photo(review.id), photo(published.id, "0f1e2d3c4b5a6979")] });
    for (const when of [NOW, NOW]) await db().$transaction((tx) => raiseSignals(review.id, when, tx));
    expect(await db().reviewSignal.findMany({ where: { reviewId: review.id } })).toMatchObject([
      { kind: "picture_reuse", relatedIds: [published.id] },
    ]);
    const cases = await db().report.findMany();
    expect(cases).toMatchObject([
      { subjectId: published.id, reporterId: null, reporterEmail: null, status: "open", reason: "copied_or_generated" },
    ]);
    expect(await db().review.findUnique({ where: { id: published.id } })).toMatchObject({ status: "published" });
    expect(await db().auditEvent.count({ where: { action: "case_opened" } })).toBe(1);
  });

  it("opens no case again about what a moderator has dismissed", async () => {
    const review = fresh();
    await db().review.createMany({ data: [review, published] });
    await db().photo.createMany({ data: [photo(review.id), photo(published.id)] });
    await db().$transaction((tx) => raiseSignals(review.id, NOW, tx));
    await db().report.updateMany({ data: { status: "dismissed", closedAt: NOW, reporterKey: null } });
    await db().$transaction((tx) => raiseSignals(review.id, NOW, tx));
    expect(await db().report.count()).toBe(1);
  });
});

describe("the job", () => {
  it("looks at waiting reviews only, each once, and leaves their versions alone", async () => {
    const waiting = fresh({ lastSessionOn: new Date("2011-03-01") });
    await db().review.createMany({
      data: [waiting, fresh({ status: "draft", authorId: null }), fresh({ status: "published", authorId: null })],
    });
    expect(await checkWaitingReviews(NOW)).toBe(1);
    expect(await checkWaitingReviews(NOW)).toBe(0);
    expect(await db().review.findUnique({ where: { id: waiting.id } })).toMatchObject({
      status: "pending",
      version: 1,
    });
  });

  it("a signal that is no longer true goes when the review is looked at again", async () => {
    const review = fresh({ lastSessionOn: new Date("2011-03-01") });
    expect(await signalsOf(review)).toHaveLength(1);
    await db().review.update({ where: { id: review.id }, data: { lastSessionOn: new Date("2026-03-01") } });
    await db().$transaction((tx) => raiseSignals(review.id, NOW, tx));
    expect(await db().reviewSignal.count()).toBe(0);
  });

  it("a draft has no signals", async () => {
    expect(await signalsOf(fresh({ status: "draft", lastSessionOn: new Date("2011-03-01") }))).toEqual([]);
  });
});

it("somebody whose reports are mostly dismissed is noted at their next report", async () => {
  const review = fresh({ status: "published" });
  await db().review.createMany({ data: [review] });
  const row = { subjectKind: "review", subjectId: review.id, reason: "promotional", explanation: "No." } as const;
  const dismissed = { ...row, reporterId: author.id, status: "dismissed", closedAt: NOW, createdAt: days(10) } as const;
  await db().report.createMany({ data: [dismissed, dismissed, dismissed] });
  await raiseSerialReporting(author.id, review.id, NOW, db());
  expect(await db().reviewSignal.count()).toBe(0);
  await db().report.createMany({ data: [dismissed, { ...dismissed, createdAt: days(500) }] });
  await raiseSerialReporting(author.id, review.id, NOW, db());
  expect(await db().reviewSignal.findMany()).toMatchObject([{ kind: "serial_reporting", reviewId: review.id }]);
});
