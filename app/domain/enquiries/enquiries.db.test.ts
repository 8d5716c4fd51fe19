import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { answerEnquiry } from "#app/domain/enquiries/answer-enquiry.server.ts";
import type { EnquiryStatus } from "#app/domain/enquiries/enquiry.ts";
import { findEnquiry, markEnquiryRead } from "#app/domain/enquiries/find-enquiry.server.ts";
import { listEnquiries } from "#app/domain/enquiries/list-enquiries.server.ts";
import { closeEnquiry, setThreadBlock } from "#app/domain/enquiries/move-enquiry.server.ts";
import { bookConsultation, offerTimes, takeTimeBack } from "#app/domain/enquiries/offer-times.server.ts";
import { recomputeResponseTimes } from "#app/domain/enquiries/recompute-response-time.server.ts";
import { db } from "#app/platform/db.server.ts";
import { briefRow, enquiryRow, recipientRow } from "../../../prisma/factories/enquiry-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const ahead = (hours: number) => ago(-hours);
const HOSTILE = "<script>alert(1)</script> {{7*7}} ' OR 1=1 --";

const client = userRow({ displayName: "Hat Man", email: "hat.man@example.org" });
const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ slug: "ana-reyes", ownerId: owner.id });
const ben = technicianRow({ slug: "ben-okoye", ownerId: stranger.id });
const brief = briefRow({ authorId: client.id, wishes: HOSTILE });
const enquiry = enquiryRow({ authorId: client.id, briefId: brief.id });
const thread = recipientRow({ enquiryId: enquiry.id, technicianId: ana.id, createdAt: ago(5) });

const keeper = { userId: owner.id, technicianId: ana.id };
const target = { id: thread.id, version: 1 };
/** Everybody whom the thread is nobody's business of, also with the right profile's id in hand. */
const OTHERS = [
  ["another technician", { userId: stranger.id, technicianId: ben.id }],
  ["another technician with this profile's id", { userId: stranger.id, technicianId: ana.id }],
  ["the client as a technician", { userId: client.id, technicianId: ana.id }],
] as const;
const NOT_FOUND = { ok: false, reason: { kind: "not_found" } };
const answer = { event: "answer" as const, text: "Thank you. Shall we meet?" };

const row = () => db().enquiryRecipient.findUniqueOrThrow({ where: { id: thread.id } });
const become = (status: EnquiryStatus, more = {}) =>
  db().enquiryRecipient.update({ where: { id: thread.id }, data: { status, ...more } });
const technician = () => db().technician.findUniqueOrThrow({ where: { id: ana.id } });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [client, owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
  await db().brief.create({ data: brief });
  await db().enquiry.create({ data: enquiry });
  await db().enquiryRecipient.create({ data: thread });
});

describe("answering an enquiry", () => {
  it("the first answer is noted once, later ones change no time", async () => {
    expect(await answerEnquiry(keeper, target, answer, NOW)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ status: "answered", version: 2, answeredAt: NOW, readAt: NOW });
    const later = ahead(3);
    expect(await answerEnquiry(keeper, { ...target, version: 2 }, answer, later)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ status: "answered", version: 3, answeredAt: NOW });
    expect(await db().enquiryMessage.count({ where: { authorId: owner.id } })).toBe(2);
    expect(await db().auditEvent.count({ where: { action: "enquiry_answered", actorId: owner.id } })).toBe(2);
    expect(await db().outgoingMail.count()).toBe(0);
  });

  it.each(OTHERS)("Z-02: for %s there is no such thread, in no way", async (_who, other) => {
    expect(await findEnquiry(other, thread.id, NOW)).toBeNull();
    expect((await listEnquiries(other, { status: null, page: 1 }, NOW)).enquiries).toEqual([]);
    await markEnquiryRead(other, thread.id, NOW);
    const acts = [
      answerEnquiry(other, target, answer, NOW),
      answerEnquiry(other, target, { event: "decline", text: null }, NOW),
      offerTimes(other, target, { times: [ahead(24)], minutes: 30 }, NOW),
      bookConsultation(other, target, { at: ahead(24) }, NOW),
      closeEnquiry(other, target),
      setThreadBlock(other, target, true, NOW),
    ];
    for (const done of await Promise.all(acts)) expect(done).toEqual(NOT_FOUND);
    expect(await row()).toMatchObject({ status: "sent", version: 1, readAt: null, blockedAt: null });
    expect(await db().auditEvent.count()).toBe(0);
  });

  it("Z-02: a thread that isn't there is answered the same", async () => {
    expect(await answerEnquiry(keeper, { id: randomUUID(), version: 1 }, answer, NOW)).toEqual(NOT_FOUND);
  });

  it("F-11: of fifty answers from old windows one is sent", async () => {
    const sent = await Promise.all(Array.from({ length: 50 }, () => answerEnquiry(keeper, target, answer, NOW)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.find(({ ok }) => !ok)).toEqual({ ok: false, reason: { kind: "changed", status: "answered" } });
    expect(await db().enquiryMessage.count()).toBe(1);
    expect(await db().auditEvent.count()).toBe(1);
  });

  it.each(["declined", "closed", "withdrawn"] as const)("nothing is written once it is %s", async (status) => {
    await become(status);
    expect(await answerEnquiry(keeper, target, answer, NOW)).toEqual({
      ok: false,
      reason: { kind: "changed", status },
    });
    expect(await db().enquiryMessage.count()).toBe(0);
  });

  it("a no may be without words, and is an answer", async () => {
    expect(await answerEnquiry(keeper, target, { event: "decline", text: null }, NOW)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ status: "declined", answeredAt: NOW });
    expect(await db().enquiryMessage.count()).toBe(0);
    expect(await technician()).toMatchObject({ responseCount: 1, responseMinutesMedian: null });
  });

  it("a blocked thread takes no words, and can still be declined without any", async () => {
    await setThreadBlock(keeper, target, true, NOW);
    const blocked = { ok: false, reason: { kind: "blocked" } };
    const now = { ...target, version: 2 };
    expect(await answerEnquiry(keeper, now, answer, NOW)).toEqual(blocked);
    expect(await offerTimes(keeper, now, { times: [ahead(24)], minutes: 30 }, NOW)).toEqual(blocked);
    expect(await answerEnquiry(keeper, now, { event: "decline", text: null }, NOW)).toMatchObject({ ok: true });
  });

  it("the record holds no words and no address", async () => {
    await answerEnquiry(keeper, target, { event: "answer", text: "private words" }, NOW);
    const told = JSON.stringify(
      await db().auditEvent.findMany({ select: { action: true, reason: true, toState: true } }),
    );
    expect(told).not.toMatch(/private words|@/);
  });
});

describe("the thread as its keeper sees it", () => {
  it("keeps hostile words as text and never tells the client's address", async () => {
    await answerEnquiry(keeper, target, { event: "answer", text: HOSTILE }, NOW);
    const view = await findEnquiry(keeper, thread.id, NOW);
    expect(view?.brief?.wishes).toBe(HOSTILE);
    expect(view?.messages).toMatchObject([{ isOwn: true, text: HOSTILE }]);
    expect(view?.clientName).toBe("Hat Man");
    expect(JSON.stringify(view)).not.toContain("hat.man@example.org");
  });

  it("is unread until it is opened, and again when the client writes", async () => {
    const first = async () => (await listEnquiries(keeper, { status: null, page: 1 }, NOW)).enquiries[0];
    expect(await first()).toMatchObject({ isUnread: true, daysWaiting: 0 });
    await markEnquiryRead(keeper, thread.id, NOW);
    expect(await first()).toMatchObject({ isUnread: false });
    const text = "One more thing";
    await db().enquiryMessage.create({
      data: { recipientId: thread.id, authorId: client.id, text, createdAt: ahead(1) },
    });
    expect(await first()).toMatchObject({ isUnread: true });
    expect(await listEnquiries(keeper, { status: "declined", page: 1 }, NOW)).toMatchObject({ unread: 1 });
    expect((await row()).version).toBe(1);
  });

  it("the list is filtered by state, newest first, page by page", async () => {
    for (let index = 0; index < 24; index += 1) {
      const other = enquiryRow({ authorId: client.id });
      await db().enquiry.create({ data: other });
      const status = index % 2 === 0 ? "answered" : "declined";
      await db().enquiryRecipient.create({
        data: recipientRow({ enquiryId: other.id, technicianId: ana.id, status, createdAt: ago(10 + index) }),
      });
    }
    const all = await listEnquiries(keeper, { status: null, page: 1 }, NOW);
    expect(all.enquiries).toHaveLength(20);
    expect(all.enquiries[0]).toMatchObject({ id: thread.id });
    expect(all).toMatchObject({ pageCount: 2, unread: 25, counts: { sent: 1, answered: 12, declined: 12 } });
    const declined = await listEnquiries(keeper, { status: "declined", page: 9 }, NOW);
    expect(declined).toMatchObject({ page: 1, pageCount: 1 });
    expect(declined.enquiries.every(({ status }) => status === "declined")).toBe(true);
  });
});

describe("times for a consultation", () => {
  const offer = (times: Date[], version = 1) => offerTimes(keeper, { ...target, version }, { times, minutes: 45 }, NOW);
  const times = () => db().proposedTime.findMany({ orderBy: { startsAt: "asc" } });

  it("are offered, taken back, offered again and booked", async () => {
    await become("answered");
    expect(await offer([ahead(24), ahead(48)])).toMatchObject({ ok: true });
    const [first] = await times();
    expect(await takeTimeBack(keeper, { ...target, version: 2 }, first?.id ?? "", NOW)).toMatchObject({ ok: true });
    expect((await findEnquiry(keeper, thread.id, NOW))?.times).toHaveLength(1);
    expect(await offer([ahead(24)], 2)).toMatchObject({ ok: true });
    const second = (await times()).at(-1);
    const booked = await bookConsultation(keeper, { ...target, version: 3 }, { timeId: second?.id ?? "" }, NOW);
    expect(booked).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ status: "consultation_booked", bookedFor: ahead(48) });
    expect((await times()).map(({ acceptedAt }) => acceptedAt)).toEqual([null, NOW]);
  });

  it.each([
    ["in the past", [ago(1)]],
    ["now", [NOW]],
    ["in two years", [ahead(24 * 730)]],
    ["twice the same", [ahead(5), ahead(5)]],
    ["none", []],
    ["four", [ahead(1), ahead(2), ahead(3), ahead(4)]],
  ])("%s: refused", async (_what, all) => {
    expect(await offer(all)).toEqual({ ok: false, reason: { kind: "time" } });
    expect(await times()).toEqual([]);
  });

  it("a time that stands open isn't offered twice, and no more than six stand open", async () => {
    await offer([ahead(1), ahead(2), ahead(3)]);
    expect(await offer([ahead(1)], 2)).toEqual({ ok: false, reason: { kind: "time" } });
    expect(await offer([ahead(4), ahead(5), ahead(6)], 2)).toMatchObject({ ok: true });
    expect(await offer([ahead(7)], 3)).toEqual({ ok: false, reason: { kind: "too_many" } });
    expect(await times()).toHaveLength(6);
    expect((await row()).version).toBe(3);
  });

  it("Z-03: a time of somebody else's thread can't be taken back or booked", async () => {
    const other = recipientRow({ enquiryId: enquiry.id, technicianId: ben.id, slot: 2 });
    await db().enquiryRecipient.create({ data: other });
    const theirs = await db().proposedTime.create({
      data: { recipientId: other.id, startsAt: ahead(9), minutes: 30 },
    });
    await become("answered");
    expect(await takeTimeBack(keeper, target, theirs.id, NOW)).toEqual(NOT_FOUND);
    expect(await takeTimeBack(keeper, { id: other.id, version: 1 }, theirs.id, NOW)).toEqual(NOT_FOUND);
    expect(await bookConsultation(keeper, target, { timeId: theirs.id }, NOW)).toEqual(NOT_FOUND);
    expect((await times())[0]).toMatchObject({ withdrawnAt: null, acceptedAt: null });
  });

  it("nothing is booked before there was an answer", async () => {
    expect(await bookConsultation(keeper, target, { at: ahead(24) }, NOW)).toEqual({
      ok: false,
      reason: { kind: "changed", status: "sent" },
    });
  });
});

describe("the response time", () => {
  async function addThread(createdAt: Date, answeredAt: Date | null, status: EnquiryStatus = "answered") {
    const other = enquiryRow({ authorId: client.id });
    await db().enquiry.create({ data: other });
    await db().enquiryRecipient.create({
      data: recipientRow({ enquiryId: other.id, technicianId: ana.id, createdAt, answeredAt, status }),
    });
  }

  it("is the median over the answered ones, in the transaction that answers", async () => {
    await addThread(ago(100), ago(98));
    await addThread(ago(200), ago(190));
    await answerEnquiry(keeper, target, answer, NOW);
    expect(await technician()).toMatchObject({ responseCount: 3, responseMinutesMedian: 300 });
  });

  it("counts as a week what nobody answered within one, by the clock alone", async () => {
    await addThread(ago(100), ago(98));
    await addThread(ago(24 * 8), null, "sent");
    await addThread(ago(24 * 20), ago(24 * 2));
    await recomputeResponseTimes(NOW);
    expect(await technician()).toMatchObject({ responseCount: 3, responseMinutesMedian: 7 * 24 * 60 });
  });

  it("leaves out what is older than a year, withdrawn unanswered or not yet late", async () => {
    await addThread(ago(24 * 400), ago(24 * 399));
    await addThread(ago(24 * 9), null, "withdrawn");
    await addThread(ago(10), ago(9));
    await recomputeResponseTimes(NOW);
    expect(await technician()).toMatchObject({ responseCount: 1, responseMinutesMedian: null });
  });

  it("writes nothing when nothing changes, so that the search index isn't told", async () => {
    await addThread(ago(10), ago(9));
    await recomputeResponseTimes(NOW);
    await db().searchOutbox.deleteMany({});
    await recomputeResponseTimes(NOW);
    expect(await db().searchOutbox.count()).toBe(0);
  });
});
