import { beforeEach, describe, expect, test } from "vitest";
import { findPlaces, resolvePlace } from "#app/domain/places/find-places.server.ts";
import type { Place } from "#app/domain/places/place.ts";
import { createProfile } from "#app/domain/technicians/create-profile.server.ts";
import { chooseTown } from "#app/domain/technicians/choose-town.server.ts";
import { findListings } from "#app/domain/technicians/find-claimable.server.ts";
import { findPublishState, publishProfile, unpublishProfile } from "#app/domain/technicians/publish-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { findSignedIn } from "#app/platform/sessions.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import { addClaimant, addListing, signInAgain } from "../../../tests/support/studio/claim-people.ts";
import type { Claimant } from "../../../tests/support/studio/claim-people.ts";

const NOW = new Date("2026-11-27T12:00:00Z");
const BIO = "I have been doing scalp micropigmentation in Leeds since 2015, by appointment, one client at a time.";
let ada: Claimant;
let leeds: Place;
beforeEach(async () => {
  await emptyDatabase();
  ada = await addClaimant();
  leeds = (await resolvePlace("Leeds, United Kingdom")) ?? expect.unreachable("Leeds is in the gazetteer");
});
const facts = (name = "Ada Stone") => ({ name, place: leeds, treatment: "hairline" }) as const;

describe("creating a profile", () => {
  test("Z-05 S-03 three facts make a draft; the session goes on with a new token, others end", async () => {
    const other = await signInAgain(ada.userId);
    const made = await createProfile(ada, facts(), NOW);
    if (!made.ok) throw new Error(made.reason);
    expect(made.value.slug).toBe("ada-stone-leeds");
    const profile = await db().technician.findUniqueOrThrow({
      where: { slug: made.value.slug },
      include: { premises: { include: { premises: true } } },
    });
    expect(profile).toMatchObject({
      status: "draft",
      name: "Ada Stone",
      treatments: ["hairline"],
      ownerId: ada.userId,
    });
    expect(profile.premises[0]?.premises).toMatchObject({
      name: "Ada Stone",
      address: "",
      city: "Leeds",
      countryCode: "GB",
    });
    const again = await findSignedIn(`sid=${made.value.sessionToken}`);
    expect(again).toMatchObject({ technicianId: profile.id, roles: ["client", "technician"] });
    expect([await findSignedIn(ada.cookie), await findSignedIn(other.cookie)]).toEqual([null, null]);
    const actions = (await db().auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action);
    expect(actions).toEqual(["role_given", "profile_created"]);
  });

  test("Z-06 fifty at once make one profile", async () => {
    const outcomes = await asManyAtOnce(50, () => createProfile(ada, facts(), NOW));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await db().technician.count(), await db().premises.count()]).toEqual([1, 1]);
  });

  test("twelve people of one name in one town who come at once get twelve addresses", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => addClaimant()));
    const outcomes = await asManyAtOnce(12, (at) => createProfile(people[at] ?? ada, facts(), NOW));
    const slugs = outcomes.flatMap((one) => (one.ok ? [one.value.slug] : []));
    expect(new Set(slugs).size).toBe(12);
  });

  test("an address that was somebody's before is not given away", async () => {
    const other = await addListing({ slug: "bo-lind" });
    await db().technicianSlug.create({ data: { slug: "ada-stone-leeds", technicianId: other.id } });
    expect(await createProfile(ada, facts(), NOW)).toMatchObject({ value: { slug: "ada-stone-leeds-2" } });
  });

  test("an account whose own address is not confirmed makes none", async () => {
    const made = await createProfile({ ...ada, isEmailVerified: false }, facts(), NOW);
    expect(made).toEqual({ ok: false, reason: "not_verified" });
  });
});

describe("a town", () => {
  test("that only one place is called is taken", async () => {
    expect(await chooseTown("Wolverhampton")).toMatchObject({ ok: true, value: { countryCode: "GB" } });
  });
  test("of a shared name is asked back with the places that may be meant, and one of them is taken", async () => {
    const asked = await chooseTown("Springfield");
    const suggestions = asked.ok ? [] : asked.reason;
    expect(suggestions.length).toBeGreaterThan(2);
    const [first = ""] = suggestions;
    expect(await chooseTown("Springfield", first)).toEqual({ ok: true, value: (await findPlaces("Springfield"))[0] });
    expect(await chooseTown("Springfield", "Paris, France")).toMatchObject({ ok: false });
  });
  test("that nobody knows suggests nothing", async () => {
    expect(await chooseTown("Qqxzwv")).toEqual({ ok: false, reason: [] });
  });
});

describe("publishing", () => {
  async function create(): Promise<{ userId: string; technicianId: string }> {
    const made = await createProfile(ada, facts(), NOW);
    const signedIn = made.ok ? await findSignedIn(`sid=${made.value.sessionToken}`) : null;
    return { userId: ada.userId, technicianId: signedIn?.technicianId ?? "" };
  }
  const complete = (id: string) => db().technician.update({ where: { id }, data: { bio: BIO, languages: ["en"] } });
  const rowOf = (id: string) => db().technician.findUniqueOrThrow({ where: { id } });

  test("waits for the minimum, then shows the profile, and keeps the first day it was published", async () => {
    const keeper = await create();
    expect(await publishProfile(keeper, NOW)).toEqual({
      ok: false,
      reason: { kind: "gaps", gaps: ["language", "bio"] },
    });
    await complete(keeper.technicianId);
    expect(await publishProfile(keeper, NOW)).toEqual({ ok: true, value: null });
    expect(await publishProfile(keeper, NOW)).toEqual({ ok: false, reason: { kind: "not_possible" } });
    expect(await unpublishProfile(keeper, NOW)).toEqual({ ok: true, value: null });
    expect((await rowOf(keeper.technicianId)).status).toBe("draft");
    await publishProfile(keeper, new Date(NOW.getTime() + 86_400_000));
    expect(await rowOf(keeper.technicianId)).toMatchObject({ status: "published", publishedAt: NOW });
    expect(await db().technicianRevision.count({ where: { section: "status" } })).toBe(3);
  });

  test("a listing of a register goes back to the register's entry, not out of sight", async () => {
    const listing = await addListing({ ownerId: ada.userId, bio: BIO, languages: ["en"] });
    const keeper = { userId: ada.userId, technicianId: listing.id };
    expect((await publishProfile(keeper, NOW)).ok).toBe(true);
    expect((await unpublishProfile(keeper, NOW)).ok).toBe(true);
    expect((await rowOf(listing.id)).status).toBe("unclaimed");
  });

  test("Z-02 is for its keeper alone, and not for a suspended profile", async () => {
    const keeper = await create();
    await complete(keeper.technicianId);
    const bo = await addClaimant();
    const stranger = { userId: bo.userId, technicianId: keeper.technicianId };
    expect(await publishProfile(stranger, NOW)).toEqual({ ok: false, reason: { kind: "not_found" } });
    expect(await unpublishProfile(stranger, NOW)).toEqual({ ok: false, reason: { kind: "not_found" } });
    expect(await findPublishState(stranger, NOW)).toBeNull();
    await db().technician.update({
      where: { id: keeper.technicianId },
      data: { status: "suspended", publishedAt: NOW },
    });
    expect(await publishProfile(keeper, NOW)).toEqual({ ok: false, reason: { kind: "not_possible" } });
  });

  test("a guest place whose dates are over is no place of work", async () => {
    const keeper = await create();
    await complete(keeper.technicianId);
    await db().technicianPremises.updateMany({ data: { guestUntil: new Date("2026-11-26") } });
    expect(await findPublishState(keeper, NOW)).toMatchObject({ gaps: ["place"] });
  });
});

test("listings are found by words of their name without accents, near a place, those of nobody first", async () => {
  await addListing({ slug: "la-barberia-leeds", name: "La Barbería" });
  await addListing({ slug: "barber-street-leeds", name: "A Barber Street", ownerId: ada.userId });
  await addListing({ slug: "hidden", name: "Barber hidden", status: "draft" });
  const names = async (name: string, place: Place | null = null) =>
    (await findListings({ name, place })).map((found) => found.name);
  expect(await names("barberia")).toEqual(["La Barbería"]);
  expect(await names("barb")).toEqual(["La Barbería", "A Barber Street"]);
  expect(await names("", leeds)).toEqual(["La Barbería", "A Barber Street"]);
  expect(await names("", await resolvePlace("Toronto"))).toEqual([]);
  expect(await names("%")).toEqual([]);
  expect(await names("")).toEqual([]);
});
