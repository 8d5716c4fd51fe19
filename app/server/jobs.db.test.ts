import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { saveFollowUp } from "#app/domain/reviews/save-follow-up.server.ts";
import { db } from "#app/platform/db.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { JOBS } from "#app/server/jobs.ts";
import { followUpRow, reviewRow } from "../../prisma/factories/review-row.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";
import { userRow } from "../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../tests/support/database.ts";

const author = userRow({ email: "ada@example.org" });
const moderator = userRow({ roles: ["moderator"] });
const technician = technicianRow();
const DAY = 86_400_000;
const START = new Date();
const after = (days: number) => new Date(START.getTime() + days * DAY);
const turn = { log: createLog({ level: "silent" }), signal: new AbortController().signal };

/** One turn of a job so many days from now. */
async function run(name: string, days: number): Promise<void> {
  const job = JOBS.find((one) => one.name === name);
  if (!job) throw new Error(`There is no job "${name}"`);
  await job.run(after(days), turn);
}

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, moderator] });
  await db().technician.createMany({ data: [technician] });
});

async function addReview(more: Partial<Parameters<typeof reviewRow>[0]> = {}): Promise<string> {
  const row = reviewRow({ technicianId: technician.id, authorId: author.id, createdAt: START, ...more });
  await db().review.createMany({ data: [row] });
  return row.id;
}

test("every job has a name of its own, since its lock is named after it", () => {
  const names = JOBS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("P-07 sessions and links go when their time is over, network hashes after 90 days", async () => {
  const user = { userId: author.id };
  await db().session.createMany({
    data: [
      { ...user, id: "short", expiresAt: after(1), createdAt: START, ipHash: "hash" },
      { ...user, id: "long", expiresAt: after(400), createdAt: START, ipHash: "hash" },
    ],
  });
  const link = { ...user, purpose: "verify_email" as const, email: author.email };
  await db().verificationToken.createMany({
    data: [
      { ...link, tokenHash: "short", expiresAt: after(1) },
      { ...link, tokenHash: "long", expiresAt: after(400) },
    ],
  });
  await run("forget old sign-ins", 89);
  expect(await db().session.findMany({ select: { id: true, ipHash: true } })).toEqual([{ id: "long", ipHash: "hash" }]);
  expect((await db().verificationToken.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(["long"]);
  await run("forget old sign-ins", 91);
  expect(await db().session.findMany({ select: { id: true, ipHash: true } })).toEqual([{ id: "long", ipHash: null }]);
});

test("P-07 from where a review came is forgotten after 90 days", async () => {
  await addReview({ ipHash: "network", deviceHash: "browser" });
  const traces = () => db().review.findFirstOrThrow({ select: { ipHash: true, deviceHash: true } });
  await run("forget where reviews came from", 89);
  expect(await traces()).toEqual({ ipHash: "network", deviceHash: "browser" });
  await run("forget where reviews came from", 91);
  expect(await traces()).toEqual({ ipHash: null, deviceHash: null });
});

test("P-07 a draft that nobody touched for a year goes with its photos, and nothing else does", async () => {
  const draft = await addReview({ status: "draft", lastSessionOn: new Date("2026-01-01") });
  const published = await addReview();
  const key = newStorageKey();
  await storage().put(key, "640.webp", Buffer.from("a picture"));
  await db().photo.create({
    data: {
      reviewId: draft,
      storageKey: key,
      stage: "before",
      width: 8,
      height: 6,
      placeholderColour: "#997755",
      perceptualHash: "0",
    },
  });
  await run("delete old drafts", 360);
  expect(await db().review.count()).toBe(2);
  await run("delete old drafts", 370);
  expect((await db().review.findMany()).map(({ id }) => id)).toEqual([published]);
  expect(await storage().read(key, "640.webp")).toBeNull();
});

test("F-14 lapsed claims go, and others stay", async () => {
  const claim = { subjectKind: "review" as const, moderatorId: moderator.id };
  await db().moderationClaim.createMany({
    data: [
      { ...claim, subjectId: randomUUID(), expiresAt: after(1) },
      { ...claim, subjectId: randomUUID(), expiresAt: after(3) },
    ],
  });
  await run("end lapsed claims", 2);
  expect(await db().moderationClaim.count()).toBe(1);
});

test("R-01 counters of limits go once they have run out", async () => {
  await db().rateLimit.createMany({
    data: [
      { key: "a", points: 1, expire: after(1) },
      { key: "b", points: 1, expire: after(3) },
    ],
  });
  await run("delete old limits", 2);
  expect((await db().rateLimit.findMany()).map(({ key }) => key)).toEqual(["b"]);
});

test("P-07 mails are deleted a month after they went or failed; those that wait stay", async () => {
  for (const key of ["sent", "failed", "waiting"])
    await queueMail({ key, to: "ada@example.org", subject: "x", paragraphs: [], why: "" }, db());
  await db().outgoingMail.update({ where: { key: "sent" }, data: { sentAt: START, sealed: null } });
  await db().outgoingMail.update({ where: { key: "failed" }, data: { failedAt: START, sealed: null } });
  await run("delete old mails", 29);
  expect(await db().outgoingMail.count()).toBe(3);
  await run("delete old mails", 31);
  expect((await db().outgoingMail.findMany()).map(({ key }) => key)).toEqual(["waiting"]);
});

test("an author is reminded of a change once, ten days after it was asked for", async () => {
  const reviewId = await addReview({ status: "changes_requested", version: 3 });
  const decision = (subjectId: string, subjectKind: "review" | "follow_up") =>
    db().moderationDecision.create({
      data: {
        subjectKind,
        subjectId,
        fromState: "pending",
        toState: "changes_requested",
        subjectVersion: 2,
        decidedAt: START,
      },
    });
  await decision(reviewId, "review");
  const other = await addReview({ lastSessionOn: new Date("2026-01-01") });
  const followUp = followUpRow({ reviewId: other, status: "changes_requested" });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  await decision(followUp.id, "follow_up");
  // Answered meanwhile.
  const answered = await addReview({ status: "pending", lastSessionOn: new Date("2026-02-01") });
  await decision(answered, "review");
  await run("remind of changes", 9);
  expect(await db().outgoingMail.count()).toBe(0);
  await run("remind of changes", 11);
  await run("remind of changes", 12);
  const mails = await db().outgoingMail.findMany({ orderBy: { subject: "asc" } });
  expect(mails.map(({ subject, toEmail }) => [subject, toEmail])).toEqual([
    ["Your follow-up still needs a change", "ada@example.org"],
    ["Your review still needs a change", "ada@example.org"],
  ]);
  expect((await db().review.findUniqueOrThrow({ where: { id: reviewId } })).status).toBe("changes_requested");
  await db().outgoingMail.deleteMany();
  await run("remind of changes", 45);
  expect(await db().outgoingMail.count()).toBe(0);
});

test("follow-ups are asked for by the clock, and not where one was begun", async () => {
  const reviewId = await addReview({ lastSessionOn: START });
  await run("ask for follow-ups", 40);
  expect(await db().outgoingMail.count()).toBe(1);
  const answers = { isStillAsWanted: true, wouldDoAgain: null, hadTopUp: null, overall: null, text: "" };
  await saveFollowUp({ userId: author.id }, reviewId, { answers, version: null }, after(200));
  await run("ask for follow-ups", 201);
  expect(await db().outgoingMail.count()).toBe(1);
  await run("ask for follow-ups", 370);
  expect(await db().outgoingMail.count()).toBe(2);
});
