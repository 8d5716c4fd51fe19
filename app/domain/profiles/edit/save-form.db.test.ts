import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findOwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import { findOwnHistory } from "#app/domain/profiles/edit/list-revisions.server.ts";
import { saveForm } from "#app/domain/profiles/edit/save-form.server.ts";
import { findProfile, previewProfile } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { priceBandRow, technicianRow } from "../../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../../tests/support/database.ts";
import { HOSTILE } from "../../../../tests/support/hostile-text.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

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

describe("saving a section", () => {
  it("stores it, keeps what it was, and names what is stored now", async () => {
    const saved = await saveForm(asOwner, about(await seenOf("about"), "New words.", { pronouns: "she/her" }), NOW);
    expect(saved).toMatchObject(kind("saved"));
    expect(await anaNow()).toMatchObject({ bio: "New words.", pronouns: "she/her" });
    expect(saved).toMatchObject({ value: { seen: await seenOf("about") } });
    const [revision] = await db().technicianRevision.findMany();
    expect(revision).toMatchObject({
      section: "about",
      changedById: owner.id,
      before: { bio: "First words." },
      after: { bio: "New words." },
    });
    expect(JSON.stringify(await db().auditEvent.findMany({ select: { reason: true, action: true } }))).toBe(
      JSON.stringify([{ reason: "about", action: "profile_changed" }]),
    );
  });

  it("several saves within ten minutes are one change; a later one, or back to the start, is told apart", async () => {
    let at = 0;
    for (const bio of ["N", "Ne", "New"]) {
      await saveForm(asOwner, about(await seenOf("about"), bio), minutesLater((at += 2)));
    }
    expect(await db().technicianRevision.findMany()).toMatchObject([
      { before: { bio: "First words." }, after: { bio: "New" } },
    ]);
    await saveForm(asOwner, about(await seenOf("about"), "Newer"), minutesLater(20));
    expect(await db().technicianRevision.count()).toBe(2);
    await saveForm(asOwner, about(await seenOf("about"), "New"), minutesLater(21));
    expect(await db().technicianRevision.count()).toBe(1);
  });

  it("two windows never overwrite each other: the later one is shown both sides, and nothing is saved", async () => {
    const seen = await seenOf("about");
    await saveForm(asOwner, about(seen, "From the phone."), NOW);
    const answer = await saveForm(asOwner, about(seen, "From the desk."), NOW);
    expect(answer).toMatchObject({
      value: {
        kind: "conflict",
        differences: [{ label: "About you", before: "From the phone.", after: "From the desk." }],
      },
    });
    expect((await anaNow()).bio).toBe("From the phone.");
    // Having seen both, one may go on.
    const again = answer.ok && answer.value.kind === "conflict" ? answer.value.seen : "";
    expect(await saveForm(asOwner, about(again, "From the desk."), NOW)).toMatchObject(kind("saved"));
    // The same words twice are no conflict.
    expect(await saveForm(asOwner, about(seen, "From the desk."), NOW)).toMatchObject(kind("saved"));
  });

  it("Z-07: of 50 saves at once that were made from the same content one is stored", async () => {
    const seen = await seenOf("about");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => saveForm(asOwner, about(seen, `Words ${at}`), NOW)),
    );
    const kinds = answers.map((answer) => (answer.ok ? answer.value.kind : answer.reason));
    expect(kinds.filter((one) => one === "saved")).toHaveLength(1);
    expect(kinds.filter((one) => one === "conflict")).toHaveLength(49);
    expect(await db().technicianRevision.count()).toBe(1);
  }, 30_000);

  it("Z-02: somebody else's profile is answered like none, whichever ids are sent", async () => {
    for (const keeper of [
      { ...asStranger, technicianId: ana.id },
      { ...asOwner, technicianId: randomUUID() },
    ]) {
      expect(await saveForm(keeper, about("", "Mine."), NOW)).toEqual({ ok: false, reason: "not_found" });
      expect(await findOwnProfile(keeper, NOW)).toBeNull();
      expect(await findOwnHistory(keeper, 1)).toBeNull();
      expect(await previewProfile(keeper, "2026-06-10")).toBeNull();
    }
    expect((await anaNow()).bio).toBe("First words.");
  });

  it("Z-05: fields that the form doesn't have change nothing", async () => {
    const more = { status: "suspended", ownerId: stranger.id, ratingMean: "5", isSample: "true", slug: "other" };
    await saveForm(asOwner, about(await seenOf("about"), "Words.", more), NOW);
    const { bio, ...rest } = await anaNow();
    expect(bio).toBe("Words.");
    expect(rest).toMatchObject({ status: "published", ownerId: owner.id, ratingMean: null, slug: "ana-reyes" });
  });

  it("hostile text stays text, and an address that is no website is refused beside its field", async () => {
    await saveForm(asOwner, about(await seenOf("about"), HOSTILE), NOW);
    expect((await anaNow()).bio).toContain("<script>alert(1)</script>");
    for (const websiteUrl of ["javascript:alert(1)", "https://user@example.org", "no website", "data:text/html,x"]) {
      const answer = await saveForm(asOwner, about(await seenOf("about"), "x", { websiteUrl }), NOW);
      expect(answer).toMatchObject({ value: { kind: "errors", errors: { websiteUrl: [expect.any(String)] } } });
    }
    await saveForm(asOwner, about(await seenOf("about"), "x", { websiteUrl: "example.org" }), NOW);
    expect((await anaNow()).websiteUrl).toBe("https://example.org/");
  });

  it("a claimed listing keeps its name until it is published; the rest can be prepared", async () => {
    await db().technician.update({ where: { id: ana.id }, data: { status: "unclaimed", publishedAt: null } });
    const named = await saveForm(asOwner, about(await seenOf("about"), "Ready.", { name: "Other" }), NOW);
    expect(named).toMatchObject({ value: { kind: "errors", errors: { name: [expect.any(String)] } } });
    expect(await saveForm(asOwner, about(await seenOf("about"), "Ready."), NOW)).toMatchObject(kind("saved"));
    expect((await findProfile("ana-reyes", "2026-06-10"))?.bio).toBe("");
    expect((await previewProfile(asOwner, "2026-06-10"))?.bio).toBe("Ready.");
  });

  it("treatments take words of their own, shown only while they are offered", async () => {
    const save = async (treatments: string[]) =>
      saveForm(
        asOwner,
        form({
          section: "treatments",
          seen: await seenOf("treatments"),
          treatments,
          words_crown: "Soft swirl.",
          skinTypes: ["2"],
        }),
        NOW,
      );
    await save(["crown"]);
    const shown = async () => (await findProfile("ana-reyes", "2026-06-10"))?.treatmentWords;
    expect(await shown()).toEqual([{ treatment: "crown", words: "Soft swirl." }]);
    await save(["hairline"]);
    expect(await shown()).toEqual([]);
    const long = form({ section: "treatments", seen: "", words_crown: "x".repeat(601) });
    expect(await saveForm(asOwner, long, NOW)).toMatchObject({
      value: { errors: { words_crown: [expect.any(String)] } },
    });
  });
});

describe("prices", () => {
  const price = (more: Record<string, string> = {}) =>
    form({
      section: "prices",
      act: "add",
      treatment: "crown",
      scale: "norwood",
      bandFrom: "2",
      bandTo: "3",
      amountFrom: "1,250",
      currency: "GBP",
      ...more,
    });
  const rows = () => db().priceBand.findMany({ where: { technicianId: ana.id }, orderBy: { position: "asc" } });

  it("are added once, in minor units of their currency", async () => {
    expect(await saveForm(asOwner, price(), NOW)).toMatchObject(kind("saved"));
    expect(await saveForm(asOwner, price(), NOW)).toMatchObject(kind("errors"));
    await saveForm(asOwner, price({ currency: "JPY", amountFrom: "120000" }), NOW);
    expect(await rows()).toMatchObject([
      { amountFrom: 125_000, amountTo: 125_000, currency: "GBP", bandFrom: 2, bandTo: 3 },
      { amountFrom: 120_000, amountTo: 120_000, currency: "JPY" },
    ]);
  });

  it.each([
    ["amountTo", { amountTo: "900" }],
    ["amountFrom", { currency: "JPY", amountFrom: "1250.50" }],
    ["amountFrom", { amountFrom: "about 900" }],
    ["amountFrom", { amountFrom: "-5" }],
    ["deposit", { deposit: "5000" }],
    ["bandTo", { bandFrom: "5", bandTo: "2" }],
    ["bandTo", { scale: "ludwig", bandFrom: "2", bandTo: "5" }],
    ["bandFrom", { bandFrom: "", bandTo: "" }],
    ["topUpWithinMonths", { topUpWithinMonths: "6" }],
    ["currency", { currency: "XXX" }],
    ["sessionsIncluded", { sessionsIncluded: "0" }],
  ])("are refused beside %s: %j", async (field, wrong) => {
    const answer = await saveForm(asOwner, price(wrong), NOW);
    expect(answer).toMatchObject({ value: { kind: "errors", errors: { [field]: [expect.any(String)] } } });
    expect(await rows()).toEqual([]);
  });

  it("are changed, moved within their treatment and removed; a window that is behind is told", async () => {
    await saveForm(asOwner, price(), NOW);
    await saveForm(asOwner, price({ amountFrom: "900" }), NOW);
    const [first, second] = (await findOwnProfile(asOwner, NOW))?.prices ?? [];
    const id = second?.id ?? "";
    await saveForm(asOwner, form({ section: "prices", act: "up", id }), NOW);
    expect((await rows()).map((row) => row.id)).toEqual([id, first?.id]);
    const edit = (seen: string, amountFrom: string) =>
      saveForm(asOwner, price({ act: "edit", id, seen, amountFrom }), NOW);
    expect(await edit(second?.seen ?? "", "950")).toMatchObject(kind("saved"));
    expect(await edit(second?.seen ?? "", "990")).toMatchObject(kind("conflict"));
    const remove = (seen: string) => saveForm(asOwner, form({ section: "prices", act: "remove", id, seen }), NOW);
    expect(await remove(second?.seen ?? "")).toMatchObject(kind("conflict"));
    const current = (await findOwnProfile(asOwner, NOW))?.prices.find((row) => row.id === id)?.seen ?? "";
    expect(await remove(current)).toMatchObject(kind("saved"));
    expect(await rows()).toHaveLength(1);
  });

  it("Z-02: somebody else's price is answered like one that isn't there", async () => {
    const theirs = priceBandRow({ technicianId: ben.id });
    await db().priceBand.createMany({ data: [theirs] });
    for (const id of [theirs.id, randomUUID()]) {
      expect(await saveForm(asOwner, price({ act: "edit", id }), NOW)).toEqual({ ok: false, reason: "not_found" });
      const remove = form({ section: "prices", act: "remove", id });
      expect(await saveForm(asOwner, remove, NOW)).toEqual({ ok: false, reason: "not_found" });
    }
    expect(await db().priceBand.count()).toBe(1);
  });
});
