import { beforeEach, describe, expect, it } from "vitest";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { createVisitCodes } from "#app/domain/reviews/create-visit-codes.server.ts";
import { invitationAddressesSchema } from "#app/domain/reviews/invitation-addresses.ts";
import { listInvitationMonths } from "#app/domain/reviews/invitation-months.server.ts";
import { inviteClients } from "#app/domain/reviews/invite-clients.server.ts";
import { makeVisitCards } from "#app/domain/reviews/make-visit-cards.server.ts";
import { markTreated } from "#app/domain/reviews/mark-treated.server.ts";
import { saveTreatedCounts } from "#app/domain/reviews/save-treated-counts.server.ts";
import { findInvitationStop, setInvitationStop } from "#app/domain/reviews/stop-invitations.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import { briefRow, enquiryRow, recipientRow } from "../prisma/factories/enquiry-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { emptyDatabase } from "./support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const A_YEAR_LATER = new Date("2027-06-11T12:00:00Z");
const TO = "kim@example.org";

const client = userRow({ displayName: "Hat Man", email: TO });
const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ slug: "ana-reyes", name: "Ana Reyes", ownerId: owner.id });
const ben = technicianRow({ slug: "ben-okoye", name: "Ben Okoye", ownerId: stranger.id });
const keeper = { userId: owner.id, technicianId: ana.id };
const other = { userId: stranger.id, technicianId: ben.id };
const brief = briefRow({ authorId: client.id, concern: "alopecia_areata", wishes: "private wishes" });
const enquiry = enquiryRow({ authorId: client.id, briefId: brief.id });
const thread = recipientRow({
  enquiryId: enquiry.id,
  technicianId: ana.id,
  status: "answered",
  createdAt: new Date("2026-06-01T08:00:00Z"),
});
const target = { id: thread.id, version: 1 };

async function mails(): Promise<Mail[]> {
  const rows = await db().outgoingMail.findMany({ orderBy: { createdAt: "asc" } });
  return rows.map(({ sealed }) => JSON.parse(unseal("mail", sealed ?? new Uint8Array())) as Mail);
}
const codes = () => db().visitCode.findMany({ orderBy: { createdAt: "asc" } });
const stopToken = async () => (await mails())[0]?.stop?.path.replace("/invitations/stop/", "") ?? "";

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [client, owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
  await db().brief.create({ data: brief });
  await db().enquiry.create({ data: enquiry });
  await db().enquiryRecipient.create({ data: thread });
});

describe("inviting by mail", () => {
  it("P-04: the mail says who asks, what for and what is public, and nothing private", async () => {
    await inviteClients(keeper, [TO], NOW);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: TO, subject: "Ana Reyes asks how it went" });
    expect(mail?.action?.path).toMatch(
      /^\/technicians\/ana-reyes\/reviews\/new\?code=[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/,
    );
    expect(mail?.paragraphs.join(" ")).toMatch(/good or bad.*public.*10 June 2027/s);
    expect(JSON.stringify(mail)).not.toMatch(/alopecia|hair loss|baldness|scalp|treatment|private wishes|Hat Man/i);
    expect(mail?.stop).toMatchObject({ label: "No more invitations from anybody here" });
  });

  it("the address is not kept, only a keyed hash of it", async () => {
    await inviteClients(keeper, [TO], NOW);
    const [code] = await codes();
    expect(code).toMatchObject({ channel: "mail", usedAt: null });
    expect(code?.emailHash).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(code)).not.toContain("kim");
  });

  it("nobody is mailed twice by the same technician within a year, and the figures don't tell", async () => {
    await inviteClients(keeper, [TO, "Kim@example.org".toLowerCase()], NOW);
    await inviteClients(keeper, [TO], new Date("2026-12-10T12:00:00Z"));
    expect(await mails()).toHaveLength(1);
    expect(await codes()).toHaveLength(2);
    await inviteClients(other, [TO], NOW);
    await inviteClients(keeper, [TO], new Date("2028-01-01T12:00:00Z"));
    expect(await mails()).toHaveLength(3);
  });

  it("F-11: ten forms with the same address at once send one mail", async () => {
    await Promise.all(Array.from({ length: 10 }, () => inviteClients(keeper, [TO], NOW)));
    expect(await mails()).toHaveLength(1);
  });

  it("after a stop nobody's mail arrives, and no technician sees a difference", async () => {
    await inviteClients(keeper, [TO], NOW);
    const token = await stopToken();
    expect(await findInvitationStop(token)).toEqual({ isStopped: false });
    expect(await setInvitationStop(token, true, NOW)).toBe(true);
    expect(await setInvitationStop(token, true, NOW)).toBe(true);
    expect(await inviteClients(other, [TO], NOW)).toMatchObject({ ok: true });
    expect(await markTreated(keeper, target, "2026-06-09", A_YEAR_LATER)).toMatchObject({ ok: true });
    expect(await mails()).toHaveLength(1);
    expect(await db().visitCode.count({ where: { technicianId: ben.id } })).toBe(1);
    expect(await setInvitationStop(token, false, NOW)).toBe(true);
    await inviteClients(other, [TO], new Date("2027-07-01T12:00:00Z"));
    expect(await mails()).toHaveLength(2);
  });

  it("a stop link that isn't ours stops nothing", async () => {
    await inviteClients(keeper, [TO], NOW);
    const token = await stopToken();
    for (const wrong of ["", "x", "a".repeat(86), `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`]) {
      expect(await findInvitationStop(wrong)).toBeNull();
      expect(await setInvitationStop(wrong, true, NOW)).toBe(false);
    }
    expect(await db().invitationStop.count()).toBe(0);
  });

  it("Z-03: nobody invites in the name of somebody else's profile, and none goes out before publication", async () => {
    expect(await inviteClients({ userId: stranger.id, technicianId: ana.id }, [TO], NOW)).toEqual({
      ok: false,
      reason: "not_found",
    });
    await db().technician.update({ where: { id: ana.id }, data: { status: "draft", publishedAt: null } });
    expect(await inviteClients(keeper, [TO], NOW)).toEqual({ ok: false, reason: "not_published" });
    expect(await codes()).toEqual([]);
  });

  it("bad lines are named, with what was typed kept", () => {
    const typed = "kim@example.org\n\nnobody\nKIM@example.org\n<b>@x";
    const read = readFields(invitationAddressesSchema, new URLSearchParams({ addresses: typed }));
    expect(read).toMatchObject({ ok: false, reason: { values: { addresses: typed } } });
    const words = read.ok ? "" : (read.reason.errors["addresses"] ?? []).join(" ");
    expect(words).toContain("Line 3 is not a whole e-mail address: “nobody”.");
    expect(words).toContain("Line 5");
    const many = Array.from({ length: 21 }, (_, at) => `p${at}@example.org`).join("\n");
    expect(readFields(invitationAddressesSchema, new URLSearchParams({ addresses: many })).ok).toBe(false);
    const good = readFields(
      invitationAddressesSchema,
      new URLSearchParams({ addresses: "A@example.org\na@example.org" }),
    );
    expect(good).toEqual({ ok: true, value: { addresses: ["a@example.org"] } });
  });
});

describe("marking an enquiry as treated", () => {
  it("invites the client, whoever it is", async () => {
    expect(await markTreated(keeper, target, "2026-06-09", NOW)).toMatchObject({ ok: true });
    const row = await db().enquiryRecipient.findUniqueOrThrow({ where: { id: thread.id } });
    expect(row).toMatchObject({ status: "treated", version: 2, treatedOn: new Date("2026-06-09") });
    expect(await codes()).toMatchObject([{ channel: "enquiry", technicianId: ana.id }]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: TO });
    expect(JSON.stringify(mail)).not.toMatch(/alopecia|private wishes|treat/i);
    expect(await db().auditEvent.count({ where: { action: "enquiry_treated" } })).toBe(1);
  });

  it("also a client who was blocked", async () => {
    await db().enquiryRecipient.update({ where: { id: thread.id }, data: { blockedAt: NOW } });
    expect(await markTreated(keeper, target, "2026-06-09", NOW)).toMatchObject({ ok: true });
    expect(await mails()).toHaveLength(1);
  });

  it.each(["2026-06-11", "2026-05-31"])("not on %s, after today or before the enquiry", async (day) => {
    expect(await markTreated(keeper, target, day, NOW)).toEqual({ ok: false, reason: { kind: "day" } });
    expect(await codes()).toEqual([]);
  });

  it("Z-02: not by another technician, nor by the client", async () => {
    for (const person of [other, { userId: stranger.id, technicianId: ana.id }, { ...keeper, userId: client.id }]) {
      expect(await markTreated(person, target, "2026-06-09", NOW)).toEqual({
        ok: false,
        reason: { kind: "not_found" },
      });
    }
    expect(await codes()).toEqual([]);
  });

  it("F-11: fifty at once make one invitation", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => markTreated(keeper, target, "2026-06-09", NOW)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await codes()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("only once it was answered", async () => {
    await db().enquiryRecipient.update({ where: { id: thread.id }, data: { status: "sent" } });
    expect(await markTreated(keeper, target, "2026-06-09", NOW)).toEqual({
      ok: false,
      reason: { kind: "changed", status: "sent" },
    });
  });
});

describe("cards and codes by hand", () => {
  it("each card has its own code, in words and as a QR code", async () => {
    const made = await makeVisitCards(keeper, 8, "https://hairline.example", NOW);
    if (!made.ok) throw new Error(made.reason);
    expect(new Set(made.value.cards.map(({ code }) => code)).size).toBe(8);
    expect(made.value.cards.every(({ qr }) => qr.path.startsWith("M"))).toBe(true);
    expect(made.value).toMatchObject({ name: "Ana Reyes", until: "2027-06-10" });
    expect(await db().visitCode.count({ where: { channel: "card" } })).toBe(8);
  });

  it("R-01: two hundred may be unused; mailed ones are not among them", async () => {
    await inviteClients(keeper, [TO], NOW);
    for (let batch = 0; batch < 4; batch += 1)
      expect(await createVisitCodes(keeper, 50, NOW)).toMatchObject({ ok: true });
    expect(await makeVisitCards(keeper, 1, "https://hairline.example", NOW)).toEqual({ ok: false, reason: "too_many" });
  });

  it("Z-03: not for somebody else's profile", async () => {
    const mixed = { userId: stranger.id, technicianId: ana.id };
    expect(await makeVisitCards(mixed, 1, "https://hairline.example", NOW)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("the share of clients who are invited", () => {
  const share = async () => (await findProfile("ana-reyes", "2026-06-10"))?.invitationShare;

  it("is nothing until a count is given, then both numbers of the same months", async () => {
    await createVisitCodes(keeper, 3, NOW);
    expect(await share()).toBeNull();
    await saveTreatedCounts(keeper, new Map([["2026-06-01", 6]]), NOW);
    expect(await share()).toEqual({ percent: 50, months: 1 });
    const [june] = await listInvitationMonths(ana.id, NOW);
    expect(june).toEqual({ month: "2026-06-01", declared: 6, treatedHere: 0, invited: 3 });
  });

  it("enquiries marked as treated count at least, whatever is declared", async () => {
    await saveTreatedCounts(keeper, new Map([["2026-06-01", 0]]), NOW);
    await markTreated(keeper, target, "2026-06-09", NOW);
    expect(await share()).toEqual({ percent: 100, months: 1 });
  });

  it("a count can be taken back, and only the last twelve months can be told", async () => {
    await saveTreatedCounts(keeper, new Map([["2026-06-01", 6]]), NOW);
    await saveTreatedCounts(
      keeper,
      new Map<string, number | null>([
        ["2026-06-01", null],
        ["2025-06-01", 9],
      ]),
      NOW,
    );
    expect(await db().treatedCount.count()).toBe(0);
  });

  it("Z-03: nobody counts for somebody else", async () => {
    const mixed = { userId: stranger.id, technicianId: ana.id };
    const counts = new Map([["2026-06-01", 6]]);
    expect(await saveTreatedCounts(mixed, counts, NOW)).toEqual({ ok: false, reason: "not_found" });
    expect(await db().treatedCount.count()).toBe(0);
  });

  it("stands in the profile with the response time", async () => {
    await db().technician.update({ where: { id: ana.id }, data: { responseMinutesMedian: 300, responseCount: 12 } });
    expect((await findProfile("ana-reyes", "2026-06-10"))?.responseTime).toEqual({ medianMinutes: 300, enquiries: 12 });
  });
});
