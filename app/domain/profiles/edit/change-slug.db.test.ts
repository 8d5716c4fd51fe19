import { beforeEach, describe, expect, it } from "vitest";
import { findOwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import { findHistoryBySlug, findOwnHistory } from "#app/domain/profiles/edit/list-revisions.server.ts";
import { remindToConfirm } from "#app/domain/profiles/edit/remind-to-confirm.server.ts";
import { saveForm } from "#app/domain/profiles/edit/save-form.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { priceBandRow, technicianRow } from "../../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const daysLater = (days: number) => minutesLater(days * 24 * 60);

const owner = userRow({ roles: ["technician"], displayName: "Ana" });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ slug: "ana-reyes", name: "Ana Reyes", ownerId: owner.id, bio: "First words." });
const ben = technicianRow({ slug: "ben-okoye", ownerId: stranger.id });
const asOwner = { userId: owner.id, technicianId: ana.id };
const asStranger = { userId: stranger.id, technicianId: ben.id };

const form = (fields: Record<string, string | string[]>) => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(all);
};
const about = (seen: string, bio: string, more: Record<string, string | string[]> = {}) =>
  form({ section: "about", seen, name: "Ana Reyes", bio, languages: "en", ...more });
const seenOf = async (section: "about" | "practice" | "treatments") => {
  const profile = await findOwnProfile(asOwner, NOW);
  return profile?.sections[section].seen ?? "none";
};
const anaNow = () => db().technician.findUniqueOrThrow({ where: { id: ana.id } });
const kind = (answer: string) => ({ ok: true, value: { kind: answer } });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
});

describe("the address of a profile", () => {
  const change = (slug: string, now = NOW) => saveForm(asOwner, form({ section: "slug", slug }), now);

  it("changes, the old one leads to it, and can be taken back", async () => {
    expect(await change("Ana of Leeds")).toMatchObject(kind("saved"));
    expect((await findProfile("ana-reyes", "2026-06-10"))?.slug).toBe("ana-of-leeds");
    expect(await change("ana-reyes")).toMatchObject(kind("saved"));
    expect((await findProfile("ana-of-leeds", "2026-06-10"))?.slug).toBe("ana-reyes");
    expect(await db().technicianSlug.findMany({ select: { slug: true } })).toEqual([{ slug: "ana-of-leeds" }]);
  });

  it.each(["ben-okoye", "ben-before", "a--b", "-ana", "an", "ana/../x", "ana_reyes", "x".repeat(81), "änä"])(
    "is refused beside its field: %s",
    async (slug) => {
      await db().technicianSlug.create({ data: { slug: "ben-before", technicianId: ben.id } });
      expect(await change(slug)).toMatchObject({ value: { kind: "errors", errors: { slug: [expect.any(String)] } } });
      expect((await anaNow()).slug).toBe("ana-reyes");
    },
  );

  it("changes at most three times in 30 days", async () => {
    for (const slug of ["ana-1", "ana-2", "ana-3"]) expect(await change(slug)).toMatchObject(kind("saved"));
    expect(await change("ana-4")).toMatchObject(kind("errors"));
    expect(await change("ana-4", daysLater(31))).toMatchObject(kind("saved"));
  });

  it("goes to one of two who want it at the same moment", async () => {
    const wanted = form({ section: "slug", slug: "scalp-leeds" });
    const answers = await Promise.all([saveForm(asOwner, wanted, NOW), saveForm(asStranger, wanted, NOW)]);
    expect(answers.filter((answer) => answer.ok && answer.value.kind === "saved")).toHaveLength(1);
  });
});

describe("history", () => {
  it("shows its keeper and moderators what changed, both sides, by present and former address", async () => {
    await saveForm(asOwner, about(await seenOf("about"), "New words."), NOW);
    await saveForm(asOwner, form({ section: "slug", slug: "ana-of-leeds" }), minutesLater(1));
    const own = await findOwnHistory(asOwner, 1);
    expect(own?.changes).toMatchObject([
      { section: "slug", by: "Ana", differences: [{ before: "ana-reyes", after: "ana-of-leeds" }] },
      { section: "about", differences: [{ label: "About you", before: "First words.", after: "New words." }] },
    ]);
    expect(await findHistoryBySlug("ana-of-leeds", 1)).toEqual(own);
    expect(await findHistoryBySlug("ana-reyes", 1)).toEqual(own);
    expect(await findHistoryBySlug("nobody-here", 1)).toBeNull();
  });
});

describe("confirming a profile", () => {
  it("dates it and its prices today", async () => {
    await db().priceBand.createMany({ data: [priceBandRow({ technicianId: ana.id })] });
    await saveForm(asOwner, form({ section: "confirm" }), NOW);
    const today = new Date("2026-06-10");
    expect((await anaNow()).lastConfirmedOn).toEqual(today);
    expect(await db().priceBand.findMany({ select: { confirmedOn: true } })).toEqual([{ confirmedOn: today }]);
  });

  it("is asked for by mail after six months, once in six months, and not again after confirming", async () => {
    await db().technician.updateMany({ data: { publishedAt: NOW } });
    expect(await remindToConfirm(daysLater(180))).toBe(0);
    expect(await remindToConfirm(daysLater(184))).toBe(2);
    expect(await remindToConfirm(daysLater(190))).toBe(0);
    await saveForm(asOwner, form({ section: "confirm" }), daysLater(191));
    expect(await remindToConfirm(daysLater(184 + 185))).toBe(1);
    expect(await remindToConfirm(daysLater(191 + 185))).toBe(1);
    const mails = await db().outgoingMail.findMany({ select: { toEmail: true, subject: true } });
    expect(mails.filter(({ toEmail }) => toEmail === owner.email)).toHaveLength(2);
    expect(mails.filter(({ toEmail }) => toEmail === stranger.email)).toHaveLength(2);
  });

  it("is not asked of drafts, samples, suspended accounts or addresses that nobody confirmed", async () => {
    await db().technician.update({ where: { id: ben.id }, data: { isSample: true, publishedAt: NOW } });
    await db().technician.update({ where: { id: ana.id }, data: { publishedAt: NOW } });
    await db().user.update({ where: { id: owner.id }, data: { suspendedAt: NOW } });
    expect(await remindToConfirm(daysLater(200))).toBe(0);
    await db().user.update({ where: { id: owner.id }, data: { suspendedAt: null, emailVerifiedAt: null } });
    expect(await remindToConfirm(daysLater(200))).toBe(0);
    await db().user.update({ where: { id: owner.id }, data: { emailVerifiedAt: NOW } });
    await db().technician.update({ where: { id: ana.id }, data: { status: "draft" } });
    expect(await remindToConfirm(daysLater(200))).toBe(0);
  });
});
