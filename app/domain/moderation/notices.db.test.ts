import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { answerNotice } from "#app/domain/moderation/answer-notice.server.ts";
import { claimReport } from "#app/domain/moderation/claim-report.server.ts";
import { findOwnNotice } from "#app/domain/moderation/find-own-notice.server.ts";
import { findReceipt } from "#app/domain/moderation/find-receipt.server.ts";
import { followNotices } from "#app/domain/moderation/follow-notices.server.ts";
import { markAnswerDefective } from "#app/domain/moderation/mark-answer-defective.server.ts";
import { noticeStage } from "#app/domain/moderation/notice-stage.ts";
import { receiptCode } from "#app/domain/moderation/receipt-code.server.ts";
import { noticeSchema } from "#app/domain/moderation/report-schema.ts";
import { sendNotice } from "#app/domain/moderation/send-report.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

/** A Friday in winter, so that London and UTC agree. */
const SENT = new Date("2026-01-09T10:00:00Z");
const FORWARDED = new Date("2026-01-09T11:00:00Z");
const LAST_MOMENT = new Date("2026-01-14T23:59:59Z");
const TOO_LATE = new Date("2026-01-15T00:00:00Z");

const author = userRow({ email: "author@people.sample.hairline" });
const stranger = userRow();
const moderator = userRow({ email: "mod@people.sample.hairline", roles: ["moderator"] });
const technician = technicianRow({ slug: "ana-reyes", name: "Ana Reyes" });
const review = reviewRow({ technicianId: technician.id, authorId: author.id, text: "She steals from clients." });
const as = ({ id }: { id: string }) => ({ userId: id });

const FORM = {
  complainantName: "Vera Complainant",
  complainantEmail: "vera@example.org",
  quotedWords: "She steals from clients.",
  meaning: "That I am a thief.",
  statement: "I never took anything, and two clients left because of it.",
  cannotIdentify: "on",
  isIdentityShared: "no",
  goodFaith: "on",
};
const KEEP = {
  answer: "keep",
  authorName: "Jo Author",
  authorAddress: "1 Fennel Street, Leeds",
  isContactShared: true,
} as const;

async function send(more: Partial<typeof FORM> = {}): Promise<string> {
  const fields = readFields(noticeSchema, new URLSearchParams({ ...FORM, ...more }));
  if (!fields.ok) throw new Error(JSON.stringify(fields.reason.errors));
  const sent = await sendNotice({ viewer: null, sender: "a browser" }, review.id, fields.value, SENT);
  if (!sent.ok) throw new Error(sent.reason);
  return (await db().report.findFirstOrThrow()).id;
}
async function forwarded(more: Partial<typeof FORM> = {}): Promise<string> {
  const reportId = await send(more);
  await followNotices(FORWARDED);
  return reportId;
}
const noticeNow = () => db().defamationNotice.findFirstOrThrow();
async function mails() {
  const found = await db().outgoingMail.findMany({ orderBy: { key: "asc" } });
  return found.map(({ key, toEmail, sealed }) => ({
    name: `${key.split(":")[0] ?? ""} ${toEmail}`,
    text: sealed === null ? "" : unseal("mail", sealed),
  }));
}
const mailNames = async () => (await mails()).map(({ name }) => name);

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [author, stranger, moderator] });
  await db().technician.createMany({ data: [technician] });
  await db().review.createMany({ data: [review] });
});

describe("a notice has to be complete", () => {
  it.each(Object.keys(FORM))("without %s it is refused beside that field", (name) => {
    const { [name as keyof typeof FORM]: _left, ...rest } = FORM;
    const fields = readFields(noticeSchema, new URLSearchParams(rest));
    expect(fields.ok).toBe(false);
    if (!fields.ok) expect(Object.keys(fields.reason.errors)).toEqual([name]);
  });

  it("a program that fills in the hidden field is refused", () => {
    expect(readFields(noticeSchema, new URLSearchParams({ ...FORM, website: "https://x.example" })).ok).toBe(false);
  });
});

describe("48 hours to send it to the author", () => {
  it("counts business hours: a notice of Friday morning is due on Tuesday morning", async () => {
    await send();
    expect((await noticeNow()).forwardBy.toISOString()).toBe("2026-01-13T10:00:00.000Z");
    expect(noticeStage(await noticeNow(), new Date("2026-01-13T10:00:01Z"))).toMatchObject({ isOverdue: true });
  });

  it("sends it once, and gives the author until the end of the fifth day", async () => {
    await forwarded();
    await followNotices(new Date("2026-01-10T11:00:00Z"));
    expect(await noticeNow()).toMatchObject({ forwardedAt: FORWARDED, answerBy: TOO_LATE, actBy: null });
    expect(await mailNames()).toEqual([
      "notice-for-author author@people.sample.hairline",
      "notice-received vera@example.org",
      "notice-sent vera@example.org",
    ]);
  });

  it("the complainant stays hidden from the author without consent, in the mail and on the page", async () => {
    const reportId = await forwarded();
    const told = [
      JSON.stringify(await findOwnNotice(as(author), reportId, FORWARDED)),
      ...(await mails()).map((mail) => mail.text),
    ];
    expect(told[0]).toContain("She steals");
    const toAuthor = (await mails()).find(({ name }) => name.includes("author@"))?.text ?? "";
    for (const text of [told[0] ?? "", toAuthor]) {
      expect(text).not.toMatch(/vera/i);
    }
    // Nothing of the notice stands in any mail (P-04).
    expect(told.slice(1).join(" ")).not.toMatch(/steal|thief/);
  });

  it("with consent the author learns the name and address", async () => {
    const reportId = await forwarded({ isIdentityShared: "yes" });
    expect(await findOwnNotice(as(author), reportId, FORWARDED)).toMatchObject({
      complainant: { name: "Vera Complainant", address: "vera@example.org" },
    });
  });

  it("an author who can't be reached: 48 hours to act, and the moderators are told", async () => {
    await send();
    await db().review.update({ where: { id: review.id }, data: { authorId: null } });
    await followNotices(FORWARDED);
    expect(await noticeNow()).toMatchObject({ forwardedAt: null, actBy: new Date("2026-01-13T11:00:00Z") });
    expect(await mailNames()).toContain("notice-to-act mod@people.sample.hairline");
  });
});

describe("five days to answer", () => {
  it("Z-02: nobody but the author reads or answers it, and not before it was sent", async () => {
    const early = await send();
    expect(await findOwnNotice(as(author), early, SENT)).toBeNull();
    await followNotices(FORWARDED);
    for (const [person, id] of [
      [stranger, early],
      [moderator, early],
      [author, randomUUID()],
      [author, "x"],
    ] as const) {
      expect(await findOwnNotice(as(person), id, FORWARDED)).toBeNull();
      expect(await answerNotice(as(person), id, KEEP, FORWARDED)).toEqual({ ok: false, reason: "not_found" });
    }
    expect((await noticeNow()).answer).toBeNull();
  });

  it.each([
    [true, "Jo Author\n1 Fennel Street, Leeds"],
    [false, null],
  ])("standing by the review, name passed on: %s", async (isContactShared, contact) => {
    const reportId = await forwarded();
    expect(await answerNotice(as(author), reportId, { ...KEEP, isContactShared }, LAST_MOMENT)).toMatchObject({
      ok: true,
    });
    expect(noticeStage(await noticeNow(), LAST_MOMENT)).toMatchObject({ stage: "done" });
    expect((await findReceipt(receiptCode(reportId)))?.notice).toMatchObject({
      answer: "keep",
      authorContact: contact,
    });
    expect(await mailNames()).toContain("notice-answered vera@example.org");
    expect((await mails()).map(({ text }) => text).join(" ")).not.toContain("Fennel");
    expect(await db().review.findFirst()).toMatchObject({ status: "published" });
    expect(await db().report.findFirst()).toMatchObject({ status: "open" });
  });

  it("having it removed takes the review back at once and closes the notice", async () => {
    const reportId = await forwarded();
    await answerNotice(as(author), reportId, { answer: "remove" }, LAST_MOMENT);
    expect(await db().review.findFirst()).toMatchObject({ status: "withdrawn" });
    expect(await db().report.findFirst()).toMatchObject({ status: "upheld", closedAt: LAST_MOMENT });
    expect(await noticeNow()).toMatchObject({ answer: "remove", actedAt: LAST_MOMENT });
    expect(await mailNames()).toContain("notice-answered vera@example.org");
  });

  it("one answer: a second one, and one after the fifth day, is too late", async () => {
    const reportId = await forwarded();
    expect(await answerNotice(as(author), reportId, KEEP, TOO_LATE)).toEqual({ ok: false, reason: "too_late" });
    await answerNotice(as(author), reportId, KEEP, LAST_MOMENT);
    expect(await answerNotice(as(author), reportId, { answer: "remove" }, LAST_MOMENT)).toEqual({
      ok: false,
      reason: "too_late",
    });
    expect(await db().review.findFirst()).toMatchObject({ status: "published" });
  });
});

describe("48 hours to act on a notice without an answer", () => {
  it("begin at the end of the fifth day, whenever the clock sees it, and leave the decision to a moderator", async () => {
    await forwarded();
    await followNotices(LAST_MOMENT);
    expect((await noticeNow()).actBy).toBeNull();
    await followNotices(new Date("2026-01-16T08:00:00Z"));
    await followNotices(new Date("2026-01-17T08:00:00Z"));
    const notice = await noticeNow();
    expect(notice.actBy?.toISOString()).toBe("2026-01-17T00:00:00.000Z");
    expect(noticeStage(notice, new Date("2026-01-18T00:00:00Z"))).toMatchObject({ stage: "to_act", isOverdue: true });
    expect((await mailNames()).filter((name) => name.startsWith("notice-to-act"))).toHaveLength(1);
    expect(await db().review.findFirst()).toMatchObject({ status: "published" });
  });
});

it("an answer with an obviously false name counts as none, and the 48 hours begin", async () => {
  const reportId = await forwarded();
  await answerNotice(as(author), reportId, KEEP, LAST_MOMENT);
  expect(await markAnswerDefective(as(moderator), reportId, TOO_LATE)).toEqual({ ok: false, reason: "changed" });
  await claimReport(as(moderator), reportId, TOO_LATE);
  expect(await markAnswerDefective(as(moderator), reportId, TOO_LATE)).toMatchObject({ ok: true });
  expect(await noticeNow()).toMatchObject({
    answer: "defective",
    authorContact: null,
    actedAt: null,
    actBy: new Date("2026-01-17T00:00:00Z"),
  });
  expect(await markAnswerDefective(as(author), reportId, TOO_LATE)).toEqual({ ok: false, reason: "own_matter" });
});
