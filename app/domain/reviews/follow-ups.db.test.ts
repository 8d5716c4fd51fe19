import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { askForFollowUps } from "#app/domain/reviews/ask-for-follow-ups.server.ts";
import { findFollowUpForm } from "#app/domain/reviews/find-follow-up-form.server.ts";
import type { FollowUpAnswers } from "#app/domain/reviews/follow-up-answers.ts";
import { saveFollowUp } from "#app/domain/reviews/save-follow-up.server.ts";
import { findFollowUpStop, setFollowUpStop, stopFollowUpsPath } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { submitFollowUp } from "#app/domain/reviews/submit-follow-up.server.ts";
import { withdrawFollowUp } from "#app/domain/reviews/withdraw-follow-up.server.ts";
import { db } from "#app/platform/db.server.ts";
import { followUpRow, reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const SESSION = new Date("2026-01-31");
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const author = userRow({ email: "ada@example.org" });
const stranger = userRow({ email: "eve@example.org" });
const technician = technicianRow({ name: "Bo Lind" });
let reviewId: string;

async function addReview(more: Partial<Parameters<typeof reviewRow>[0]> = {}): Promise<string> {
  const row = reviewRow({
    technicianId: technician.id,
    authorId: author.id,
    lastSessionOn: SESSION,
    createdAt: at("2026-02-02"),
    overall: 4,
    ...more,
  });
  await db().review.createMany({ data: [row] });
  return row.id;
}

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, stranger] });
  await db().technician.createMany({ data: [technician] });
  reviewId = await addReview();
});

const mails = () => db().outgoingMail.findMany({ orderBy: { key: "asc" }, select: { key: true, toEmail: true } });
const invited = async () =>
  (await db().followUpInvite.findMany({ orderBy: { month: "asc" } })).map(({ month }) => month);
const viewer = { userId: author.id };
const ANSWERS = { isStillAsWanted: true, wouldDoAgain: true, hadTopUp: false, overall: null, text: "Still fine." };
const draft = (more: Partial<FollowUpAnswers> = {}, version: number | null = null) => ({
  answers: { ...ANSWERS, ...more },
  version,
});

describe("asking how it looks now", () => {
  test("follows the clock: once after one, six, twelve and twenty-four months, and then no more", async () => {
    const days = ["2026-02-20", "2026-02-28", "2026-03-15", "2026-07-30", "2026-07-31", "2027-01-31", "2028-01-31"];
    const asked: number[] = [];
    for (const day of [...days, "2030-01-31"]) {
      asked.push(await askForFollowUps(at(day)));
      expect(await askForFollowUps(at(day))).toBe(0);
    }
    expect(asked).toEqual([0, 1, 0, 0, 1, 1, 1, 0]);
    expect(await invited()).toEqual([1, 6, 12, 24]);
    expect(await mails()).toEqual(
      [1, 12, 24, 6].map((month) => ({ key: `follow-up-invite:${reviewId}:${month}`, toEmail: "ada@example.org" })),
    );
  });

  test("an old review is asked for the newest follow-up alone", async () => {
    expect(await askForFollowUps(at("2029-05-01"))).toBe(1);
    expect(await invited()).toEqual([24]);
  });

  test("F-11 many processes at once ask once", async () => {
    const counts = await Promise.all([1, 2, 3, 4].map(() => askForFollowUps(at("2026-08-01"))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("nobody is asked who stopped it, began already, or can't be written to", async () => {
    const { count } = await db().review.updateMany({ data: { followUpsStoppedAt: at("2026-02-05") } });
    expect(count).toBe(1);
    const begun = await addReview({ authorId: stranger.id });
    await db().reviewFollowUp.createMany({ data: [followUpRow({ reviewId: begun, month: 6, status: "draft" })] });
    const people = [
      userRow({ suspendedAt: at("2026-03-01") }),
      userRow({ emailVerifiedAt: null }),
      userRow(),
      userRow(),
      userRow(),
    ];
    await db().user.createMany({ data: people });
    const [suspended, unverified, rejected, hidden, sample] = people;
    await addReview({ authorId: suspended?.id });
    await addReview({ authorId: unverified?.id });
    await addReview({ authorId: rejected?.id, status: "rejected" });
    await addReview({ authorId: hidden?.id, isHidden: true });
    await addReview({ authorId: sample?.id, isSample: true });
    await addReview({ authorId: null, lastSessionOn: null });
    expect(await askForFollowUps(at("2026-08-01"))).toBe(0);
  });

  test("nobody is asked within two weeks of the review", async () => {
    await db().review.updateMany({ data: { submittedAt: at("2026-08-01") } });
    expect(await askForFollowUps(at("2026-08-10"))).toBe(0);
    expect(await askForFollowUps(at("2026-08-20"))).toBe(1);
  });
});

describe("the link that stops the mails", () => {
  const token = () => stopFollowUpsPath(reviewId).slice("/follow-ups/stop/".length);

  test("stops, and asks again, however often it is pressed", async () => {
    expect(await findFollowUpStop(token())).toEqual({ isStopped: false });
    expect(await setFollowUpStop(token(), true, at("2026-03-01"))).toBe(true);
    expect(await setFollowUpStop(token(), true, at("2026-03-02"))).toBe(true);
    expect(await findFollowUpStop(token())).toEqual({ isStopped: true });
    expect(await askForFollowUps(at("2026-08-01"))).toBe(0);
    expect(await setFollowUpStop(token(), false, at("2026-08-02"))).toBe(true);
    expect(await askForFollowUps(at("2026-08-03"))).toBe(1);
    expect((await db().auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action)).toEqual([
      "follow_up_mails_stopped",
      "follow_up_mails_resumed",
    ]);
  });

  test("another review's link, or a changed one, opens nothing", async () => {
    const other = randomUUID();
    for (const bad of [
      `${other}${token().slice(36)}`,
      `${token().slice(0, -1)}!`,
      token().slice(1),
      "",
      "x".repeat(79),
    ]) {
      expect(await findFollowUpStop(bad)).toBeNull();
      expect(await setFollowUpStop(bad, true, at("2026-03-01"))).toBe(false);
    }
    expect(await findFollowUpStop(token())).toEqual({ isStopped: false });
  });
});

describe("writing a follow-up", () => {
  test("is kept as a draft, sent once, and told by mail", async () => {
    const saved = await saveFollowUp(viewer, reviewId, draft({ text: "First words" }), at("2026-03-01"));
    expect(saved).toMatchObject({ ok: true, value: { version: 1 } });
    const sent = await submitFollowUp(viewer, reviewId, draft({ overall: 3 }, 1), at("2026-03-02"));
    expect(sent.ok).toBe(true);
    const [row] = await db().reviewFollowUp.findMany();
    expect(row).toMatchObject({
      status: "pending",
      month: 1,
      daysSinceLastSession: 30,
      overall: 3,
      text: "Still fine.",
    });
    const again = await submitFollowUp(viewer, reviewId, draft(), at("2026-03-02"));
    expect(again).toEqual({ ok: false, reason: { kind: "already_sent" } });
    expect((await mails()).map(({ key }) => key)).toEqual([`follow-up-received:${reviewId}:1:2`]);
    const [event] = await db().auditEvent.findMany();
    expect(event).toMatchObject({ action: "follow_up_submitted", fromState: "draft", toState: "pending" });
  });

  test("F-11 sent from many windows at once there is one follow-up and one mail", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => submitFollowUp(viewer, reviewId, draft(), at("2026-03-02"))),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().reviewFollowUp.count()).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("an older window overwrites nothing", async () => {
    await saveFollowUp(viewer, reviewId, draft({ text: "One" }), at("2026-03-01"));
    await saveFollowUp(viewer, reviewId, draft({ text: "Two" }, 1), at("2026-03-01"));
    const late = await saveFollowUp(viewer, reviewId, draft({ text: "Old" }, 1), at("2026-03-01"));
    expect(late).toEqual({ ok: false, reason: "conflict" });
    expect((await db().reviewFollowUp.findMany())[0]?.text).toBe("Two");
  });

  test("what is missing is told by field, and what was written is kept", async () => {
    const half = { answers: { ...ANSWERS, isStillAsWanted: null, hadTopUp: null }, version: null };
    const sent = await submitFollowUp(viewer, reviewId, half, at("2026-03-02"));
    expect(sent).toMatchObject({ ok: false, reason: { kind: "errors", version: 1 } });
    expect(!sent.ok && sent.reason.kind === "errors" && Object.keys(sent.reason.errors)).toEqual([
      "isStillAsWanted",
      "hadTopUp",
    ]);
    expect((await db().reviewFollowUp.findMany())[0]).toMatchObject({ status: "draft", text: "Still fine." });
  });

  test("stars that stay the same are no change", async () => {
    await saveFollowUp(viewer, reviewId, draft({ overall: 4 }), at("2026-03-01"));
    expect((await db().reviewFollowUp.findMany())[0]?.overall).toBeNull();
  });

  test("one that was sent back is changed in place, keeps its month and age, and goes to the moderators again", async () => {
    await submitFollowUp(viewer, reviewId, draft(), at("2026-03-02"));
    await db().reviewFollowUp.updateMany({ data: { status: "changes_requested", version: 3 } });
    const sent = await submitFollowUp(viewer, reviewId, draft({ text: "Without names" }, 3), at("2026-08-15"));
    expect(sent.ok).toBe(true);
    const rows = await db().reviewFollowUp.findMany();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: "pending", month: 1, daysSinceLastSession: 30, text: "Without names" });
  });

  test("Z-02 nobody else reads, writes, sends or withdraws it", async () => {
    await submitFollowUp(viewer, reviewId, draft(), at("2026-03-02"));
    const [row] = await db().reviewFollowUp.findMany();
    const other = { userId: stranger.id };
    expect(await findFollowUpForm(other, reviewId, at("2026-03-02"))).toBeNull();
    expect(await saveFollowUp(other, reviewId, draft(), at("2026-08-15"))).toEqual({ ok: false, reason: "not_found" });
    expect(await withdrawFollowUp(other, reviewId, row?.id ?? "", at("2026-03-03"))).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await db().reviewFollowUp.findMany()).toEqual([row]);
  });

  test("there is none before the first month, nor for a review that readers don't see", async () => {
    expect(await saveFollowUp(viewer, reviewId, draft(), at("2026-02-27"))).toEqual({ ok: false, reason: "early" });
    await db().review.updateMany({ data: { status: "withdrawn" } });
    expect(await findFollowUpForm(viewer, reviewId, at("2026-08-15"))).toBeNull();
    expect(await saveFollowUp(viewer, reviewId, draft(), at("2026-08-15"))).toEqual({ ok: false, reason: "not_found" });
  });

  test("withdrawing a published one takes its stars out of the rating", async () => {
    const row = followUpRow({ reviewId, month: 1, overall: 1 });
    await db().reviewFollowUp.createMany({ data: [row] });
    expect(await withdrawFollowUp(viewer, reviewId, row.id, at("2026-09-01"))).toEqual({ ok: true, value: null });
    expect(await withdrawFollowUp(viewer, reviewId, row.id, at("2026-09-01"))).toEqual({ ok: true, value: null });
    const { ratingMean } = await db().technician.findUniqueOrThrow({ where: { id: technician.id } });
    expect(Number(ratingMean)).toBe(4);
    expect(await db().auditEvent.count({ where: { action: "follow_up_withdrawn" } })).toBe(1);
  });

  test("the form shows what was decided, the stars of today, and when the next one can be written", async () => {
    const row = followUpRow({ reviewId, month: 1, overall: 2 });
    await db().reviewFollowUp.createMany({ data: [row] });
    const view = await findFollowUpForm(viewer, reviewId, at("2026-08-15"));
    expect(view).toMatchObject({ starsNow: 2, review: { overall: 4 }, nextOn: "2027-01-31", form: { month: 6 } });
    expect(view?.sent).toEqual([{ id: row.id, month: 1, status: "published", decision: null, canBeWithdrawn: true }]);
  });
});
