import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { claimReport } from "#app/domain/moderation/claim-report.server.ts";
import { decideReport } from "#app/domain/moderation/decide-report.server.ts";
import type { ReportDecision } from "#app/domain/moderation/decide-report.server.ts";
import { findReceipt } from "#app/domain/moderation/find-receipt.server.ts";
import { findReport } from "#app/domain/moderation/find-report.server.ts";
import { hideReportedReview } from "#app/domain/moderation/hide-reported-review.server.ts";
import { listReports } from "#app/domain/moderation/list-reports.server.ts";
import { receiptCode } from "#app/domain/moderation/receipt-code.server.ts";
import { sendReport } from "#app/domain/moderation/send-report.server.ts";
import type { Reporter } from "#app/domain/moderation/send-report.server.ts";
import type { ReportInput } from "#app/domain/moderation/report-schema.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const NO_FILTERS = { stars: null, stage: null, treatment: null, page: 1 };

const author = userRow({ email: "author@people.sample.hairline" });
const reader = userRow({ email: "reader@people.sample.hairline" });
const owner = userRow({ email: "owner@people.sample.hairline", roles: ["technician"] });
const moderator = userRow({ roles: ["moderator"] });
const second = userRow({ roles: ["moderator"] });
const technician = technicianRow({ slug: "ana-reyes", name: "Ana Reyes", ownerId: owner.id });
const review = reviewRow({ technicianId: technician.id, authorId: author.id, overall: 1, text: "It was too dark." });
const other = reviewRow({ technicianId: technician.id, authorId: reader.id, overall: 5 });

const INPUT: ReportInput = {
  reason: "personal_data",
  explanation: "It names my sister and where she works.",
  goodFaith: "on",
};
const visitor = (sender = "a browser"): Reporter => ({ viewer: null, sender });
const member = ({ id }: { id: string }, technicianId: string | null = null): Reporter => ({
  viewer: { userId: id, technicianId },
  sender: "a browser",
});
const as = ({ id }: { id: string }) => ({ userId: id });
const UPHOLD: ReportDecision = { outcome: "uphold", reason: "personal_data", note: "It names a third person." };
const DISMISS: ReportDecision = { outcome: "dismiss", note: "It names nobody at all." };

async function report(reporter = visitor(), input: Partial<ReportInput> = {}): Promise<string> {
  // Ids of reports tell nothing about their order.
  const before = (await db().report.findMany({ select: { id: true } })).map(({ id }) => id);
  const sent = await sendReport(reporter, review.id, { ...INPUT, ...input }, NOW);
  if (!sent.ok) throw new Error(sent.reason);
  return (await db().report.findFirstOrThrow({ where: { status: "open", id: { notIn: before } } })).id;
}

async function claimed(reporter?: Reporter, input?: Partial<ReportInput>) {
  const reportId = await report(reporter, input);
  expect(await claimReport(as(moderator), reportId, NOW)).toMatchObject({ ok: true });
  const { version } = await db().report.findUniqueOrThrow({ where: { id: reportId } });
  return { reportId, version };
}

const reviewNow = () => db().review.findUniqueOrThrow({ where: { id: review.id } });
const mailKeys = async () =>
  (await db().outgoingMail.findMany({ orderBy: { key: "asc" } })).map(
    ({ key, toEmail }) => `${key.split(":")[0] ?? ""} ${toEmail}`,
  );

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, reader, owner, moderator, second] });
  await db().technician.createMany({ data: [technician] });
  await db().review.createMany({ data: [review, other] });
  await recomputeRating(technician.id, NOW, db());
});

describe("anybody reports a review", () => {
  it("a visitor gets a code that shows how far the report is, and nothing of what was written", async () => {
    const sent = await sendReport(visitor(), review.id, { ...INPUT, email: "visitor@example.org" }, NOW);
    if (!sent.ok) throw new Error(sent.reason);
    const receipt = await findReceipt(sent.value.code);
    expect(receipt).toMatchObject({ status: "open", reason: "personal_data", technicianName: "Ana Reyes" });
    expect(JSON.stringify(receipt)).not.toContain("sister");
    expect(await mailKeys()).toEqual(["report-received visitor@example.org"]);
    expect(await findReceipt(`${sent.value.code.slice(0, 42)}_`)).toBeNull();
    expect(await db().report.count({ where: { receiptHash: sent.value.code } })).toBe(0);
  });

  it("a reported review stays visible and says nothing until a moderator takes the report", async () => {
    await report();
    expect(await reviewNow()).toMatchObject({ status: "published", isHidden: false });
  });

  it("what readers can't see can't be reported (Z-02)", async () => {
    await db().review.update({ where: { id: review.id }, data: { isHidden: true } });
    for (const id of [review.id, randomUUID(), "nonsense", ""]) {
      expect(await sendReport(visitor(), id, INPUT, NOW)).toEqual({ ok: false, reason: "not_found" });
    }
    expect(await db().report.count()).toBe(0);
  });

  it.each([
    ["somebody signed in", member(reader)],
    ["a visitor without an address", visitor()],
  ])("F-11: fifty identical reports at once by %s make one", async (_, reporter) => {
    const sent = await Promise.all(Array.from({ length: 50 }, () => sendReport(reporter, review.id, INPUT, NOW)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.filter((result) => !result.ok && result.reason === "already_open")).toHaveLength(49);
    expect(await db().report.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "report_sent" } })).toBe(1);
  });

  it("another reason, another person and a closed report each make a new one", async () => {
    const { reportId, version } = await claimed(visitor());
    await report(visitor(), { reason: "promotional" });
    await report(visitor("another browser"));
    await decideReport(as(moderator), { reportId, version }, DISMISS, NOW);
    await report(visitor());
    expect(await db().report.count()).toBe(4);
  });

  it("a report by whoever keeps the profile is counted apart", async () => {
    await report(member(owner, technician.id));
    expect(await db().report.count({ where: { isByTechnician: true } })).toBe(1);
  });
});

describe("a moderator decides a report", () => {
  it("taking it shows readers that the review is being looked into", async () => {
    await claimed();
    expect(await reviewNow()).toMatchObject({ status: "under_investigation", isHidden: false });
    const page = await listReviews("ana-reyes", NO_FILTERS);
    expect(page.reviews.find(({ id }) => id === review.id)?.isUnderInvestigation).toBe(true);
  });

  it("upheld: the review goes with its reason, the rating is worked out without it, and everybody is told", async () => {
    const decision = await claimed(visitor(), { email: "visitor@example.org" });
    expect(await decideReport(as(moderator), decision, UPHOLD, NOW)).toEqual({ ok: true, value: { status: "upheld" } });
    expect(await reviewNow()).toMatchObject({ status: "removed", removalReason: "personal_data", closedAt: NOW });
    const { reviewCount, ratingMean } = await db().technician.findUniqueOrThrow({ where: { id: technician.id } });
    expect([reviewCount, Number(ratingMean)]).toEqual([1, 5]);
    const page = await listReviews("ana-reyes", NO_FILTERS);
    expect(page.tombstones).toEqual([{ closedOn: "2026-06-10", reason: "personal_data" }]);
    expect(await mailKeys()).toEqual([
      "report-decided visitor@example.org",
      "report-received visitor@example.org",
      "review-decided author@people.sample.hairline",
      "review-removed owner@people.sample.hairline",
    ]);
    const decisions = await db().moderationDecision.findMany({ orderBy: { subjectKind: "asc" } });
    expect(
      decisions.map(({ subjectKind, fromState, toState, stars }) => [subjectKind, fromState, toState, stars]),
    ).toEqual([
      ["review", "under_investigation", "removed", 1],
      ["report", "claimed", "upheld", null],
    ]);
    expect(await db().report.findFirst({ select: { reporterKey: true } })).toEqual({ reporterKey: null });
  });

  it("dismissed: the review stays, and nobody but the reporter hears of it", async () => {
    const decision = await claimed(member(reader));
    expect(await decideReport(as(moderator), decision, DISMISS, NOW)).toMatchObject({ ok: true });
    expect(await reviewNow()).toMatchObject({ status: "published", removalReason: null, closedAt: null });
    expect(await mailKeys()).toEqual([
      "report-decided reader@people.sample.hairline",
      "report-received reader@people.sample.hairline",
    ]);
  });

  it("a review with another report in work stays marked until that one is decided too", async () => {
    const first = await claimed(visitor());
    const next = await claimed(visitor("another browser"));
    await decideReport(as(moderator), first, DISMISS, NOW);
    expect(await reviewNow()).toMatchObject({ status: "under_investigation" });
    await decideReport(as(moderator), next, DISMISS, NOW);
    expect(await reviewNow()).toMatchObject({ status: "published" });
  });

  it("a removal closes the other reports of the review", async () => {
    await report(visitor("another browser"), { email: "second@example.org", reason: "promotional" });
    const decision = await claimed(visitor());
    await decideReport(as(moderator), decision, UPHOLD, NOW);
    expect(await db().report.count({ where: { status: "upheld" } })).toBe(2);
    expect(await mailKeys()).toContain("report-decided second@example.org");
  });

  it("Z-07: nobody decides a report of their own, about their own review or about their own profile", async () => {
    const { reportId, version } = await claimed(member(second));
    for (const person of [second, author, owner]) {
      expect(await claimReport(as(person), reportId, NOW)).toEqual({ ok: false, reason: "own_matter" });
      expect(await decideReport(as(person), { reportId, version }, UPHOLD, NOW)).toEqual({
        ok: false,
        reason: "own_matter",
      });
      expect(await hideReportedReview(as(person), reportId, NOW)).toEqual({ ok: false, reason: "own_matter" });
    }
    expect(await reviewNow()).toMatchObject({ status: "under_investigation", isHidden: false });
  });

  it("F-13: of two moderators who decide at once one does, and one decision is on record", async () => {
    const { reportId, version } = await claimed();
    await db().moderationClaim.deleteMany();
    const results = await Promise.all([
      decideReport(as(moderator), { reportId, version }, UPHOLD, NOW),
      decideReport(as(second), { reportId, version }, DISMISS, NOW),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed" });
    expect(await db().moderationDecision.count({ where: { subjectKind: "report" } })).toBe(1);
    expect(await db().moderationDecision.count({ where: { subjectKind: "review" } })).toBe(1);
  });

  it("a report that another moderator has open is theirs until the claim lapses", async () => {
    const { reportId, version } = await claimed();
    expect(await decideReport(as(second), { reportId, version }, DISMISS, NOW)).toEqual({
      ok: false,
      reason: "claimed",
    });
    const later = new Date(NOW.getTime() + 16 * 60_000);
    expect(await claimReport(as(second), reportId, later)).toMatchObject({ ok: true });
  });

  it("a report that nobody took can't be decided, and a decided one can't be taken", async () => {
    const reportId = await report();
    expect(await decideReport(as(moderator), { reportId, version: 1 }, DISMISS, NOW)).toEqual({
      ok: false,
      reason: "not_claimed",
    });
    await claimReport(as(moderator), reportId, NOW);
    await decideReport(as(moderator), { reportId, version: 2 }, DISMISS, NOW);
    expect(await claimReport(as(moderator), reportId, NOW)).toEqual({ ok: false, reason: "decided" });
    expect(await db().moderationClaim.count()).toBe(0);
  });
});

describe("hiding a review until its report is decided", () => {
  it("takes it out of the page and out of the rating at once, and a dismissal brings both back", async () => {
    const { reportId, version } = await claimed();
    expect(await hideReportedReview(as(moderator), reportId, NOW)).toMatchObject({ ok: true });
    expect((await listReviews("ana-reyes", NO_FILTERS)).total).toBe(1);
    expect(await mailKeys()).toEqual(["review-hidden author@people.sample.hairline"]);
    expect((await db().technician.findUniqueOrThrow({ where: { id: technician.id } })).reviewCount).toBe(1);
    await decideReport(as(moderator), { reportId, version }, DISMISS, NOW);
    expect((await listReviews("ana-reyes", NO_FILTERS)).total).toBe(2);
    expect((await db().technician.findUniqueOrThrow({ where: { id: technician.id } })).reviewCount).toBe(2);
  });

  it("is only for harm and personal data: any other reported review stays visible", async () => {
    const { reportId } = await claimed(visitor(), { reason: "not_a_client" });
    expect(await hideReportedReview(as(moderator), reportId, NOW)).toEqual({ ok: false, reason: "not_harmful" });
    expect(await reviewNow()).toMatchObject({ isHidden: false });
  });
});

describe("the moderators' queue", () => {
  it("lists what is open, oldest first, without the moderator's own matters", async () => {
    const older = await report(visitor("another browser"));
    await db().report.update({ where: { id: older }, data: { createdAt: new Date("2026-06-01T12:00:00Z") } });
    const newer = await report(visitor(), { reason: "promotional" });
    const listed = await listReports(as(moderator), 1, NOW);
    expect(listed.rows.map(({ id, about }) => [id, about])).toEqual([
      [older, "Ana Reyes"],
      [newer, "Ana Reyes"],
    ]);
    for (const person of [author, owner]) expect((await listReports(as(person), 1, NOW)).rows).toEqual([]);
    expect(await findReport(as(author), newer, NOW)).toBeNull();
  });

  it("an item shows the review and its signals, no stars, and nothing to decide before it is taken", async () => {
    const reportId = await report(member(owner, technician.id), { reason: "promotional" });
    const open = await findReport(as(moderator), reportId, NOW);
    expect(open).toMatchObject({ status: "open", can: { decide: false, hide: false }, review: { ratings: null } });
    expect(open?.sender).toBe("The technician whose profile it is");
    expect(JSON.stringify(open)).not.toMatch(/"overall"|owner@people/);
    await claimReport(as(moderator), reportId, NOW);
    expect(await findReport(as(moderator), reportId, NOW)).toMatchObject({
      claim: { isMine: true },
      can: { decide: true, hide: false },
      review: { status: "under_investigation", signals: { isChecked: true } },
    });
    expect(await findReport(as(second), reportId, NOW)).toMatchObject({ can: { decide: false } });
  });

  it("an id that is none finds nothing", async () => {
    for (const id of [randomUUID(), "nonsense", ""]) expect(await findReport(as(moderator), id, NOW)).toBeNull();
  });
});

it("V-02 what a reporter writes reaches the moderator as it was written, and nobody else", async () => {
  const explanation = `<script>alert(1)</script> "' OR 1=1 -- {{7*7}} javascript:alert(1)`;
  const reportId = await report(visitor(), { explanation, email: "visitor@example.org" });
  expect((await findReport(as(moderator), reportId, NOW))?.explanation).toBe(explanation);
  expect(JSON.stringify(await findReceipt(receiptCode(reportId)))).not.toContain("script");
});
