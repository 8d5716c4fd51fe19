import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { arrangePlace } from "#app/domain/profiles/edit/arrange-places.server.ts";
import { findOwnPlace, listOwnPlaces } from "#app/domain/profiles/edit/find-own-places.server.ts";
import { readPlace } from "#app/domain/profiles/edit/place-fields.ts";
import type { PlaceInput } from "#app/domain/profiles/edit/place-fields.ts";
import { MOST_PLACES, savePlace } from "#app/domain/profiles/edit/save-place.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { premisesRow, technicianRow } from "../../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../../tests/support/database.ts";

const NOW = new Date("2026-06-10T12:00:00Z");
const LEEDS = "Leeds, England, United Kingdom";
const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ slug: "ana-reyes", ownerId: owner.id });
const ben = technicianRow({ slug: "ben-okoye", ownerId: stranger.id });
const room = premisesRow({ name: "Ana’s room" });
const listed = premisesRow({
  name: "Registered Studio",
  registerSource: "toronto-bodysafe",
  registerRecord: "1",
  registerSnapshotOn: new Date("2025-01-15"),
});
const theirs = premisesRow({ name: "Ben’s room" });
const asOwner = { userId: owner.id, technicianId: ana.id };
const asStranger = { userId: stranger.id, technicianId: ben.id };

const input = (more: Partial<PlaceInput> = {}): PlaceInput => ({
  name: "Second room",
  address: "2 Fennel Street",
  town: LEEDS,
  postcode: null,
  lat: null,
  lng: null,
  features: [],
  guestFrom: null,
  guestUntil: null,
  hours: [],
  ...more,
});
const add = (more: Partial<PlaceInput> = {}) => savePlace(asOwner, { id: null, seen: "", input: input(more) }, NOW);
const edit = async (id: string, more: Partial<PlaceInput> = {}) =>
  savePlace(asOwner, { id, seen: (await findOwnPlace(asOwner, id))?.seen ?? "", input: input(more) }, NOW);
const names = async () => (await listOwnPlaces(asOwner))?.places.map(({ name }) => name);
const premisesNow = (id: string) => db().premises.findUnique({ where: { id } });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
  await db().premises.createMany({ data: [room, listed, theirs] });
  await db().technicianPremises.createMany({
    data: [
      { technicianId: ana.id, premisesId: room.id, position: 0 },
      { technicianId: ana.id, premisesId: listed.id, position: 1 },
      { technicianId: ben.id, premisesId: theirs.id },
    ],
  });
});

describe("a place of work", () => {
  it("is added in the middle of its town, last in the list, with hours and guest dates", async () => {
    const hours = [{ weekday: 1, opensAt: 540, closesAt: 1_020 }];
    const added = await add({ hours, guestFrom: "2026-07-01", guestUntil: "2026-07-05" });
    expect(added).toMatchObject({ ok: true });
    expect(await names()).toEqual(["Ana’s room", "Registered Studio", "Second room"]);
    const place = (await findProfile("ana-reyes", "2026-06-10"))?.premises[2];
    expect(place).toMatchObject({
      city: "Leeds",
      region: "England",
      countryCode: "GB",
      guest: { from: "2026-07-01", until: "2026-07-05" },
      hours: [{ weekday: 1, opens: "09:00", closes: "17:00" }],
    });
    expect(place?.lat).toBeCloseTo(53.8, 1);
    expect(await db().technicianRevision.count({ where: { section: "places" } })).toBe(1);
  });

  it("asks which town where several are called so, and says that one is unknown", async () => {
    expect(await add({ town: "Leeds" })).toMatchObject({
      ok: false,
      reason: { kind: "town", suggestions: expect.arrayContaining([LEEDS]) as unknown },
    });
    expect(await add({ town: "Qqxzv" })).toEqual({ ok: false, reason: { kind: "town", suggestions: [] } });
    expect(await names()).toHaveLength(2);
  });

  it("has its pin within 30 km of the town, and takes it along when the town changes", async () => {
    expect(await edit(room.id, { lat: 53.81, lng: -1.56 })).toMatchObject({ ok: true });
    expect(await premisesNow(room.id)).toMatchObject({ lat: 53.81, lng: -1.56 });
    expect(await edit(room.id, { lat: 51.5, lng: -0.12 })).toEqual({ ok: false, reason: { kind: "pin_too_far" } });
    const town = "York, England, United Kingdom";
    expect(await edit(room.id, { town, lat: 53.81, lng: -1.56 })).toMatchObject({ ok: true });
    const moved = await premisesNow(room.id);
    expect(moved).toMatchObject({ city: "York" });
    expect(moved?.lat).toBeCloseTo(53.96, 1);
  });

  it("from a register keeps name, address and pin; hours, guest dates and features are the technician’s", async () => {
    const more = { name: "Mine", lat: 53.8, lng: -1.5, features: ["step_free" as const], guestFrom: "2026-07-01" };
    expect(await edit(listed.id, more)).toMatchObject({ ok: true });
    expect(await premisesNow(listed.id)).toMatchObject({
      name: "Registered Studio",
      address: listed.address,
      lat: listed.lat,
      features: ["step_free"],
    });
  });

  it("where others work too keeps its features as well", async () => {
    await db().technicianPremises.createMany({ data: [{ technicianId: ben.id, premisesId: room.id, position: 1 }] });
    const hours = [{ weekday: 7, opensAt: 600, closesAt: 660 }];
    expect(await edit(room.id, { name: "Mine", features: ["step_free"], hours })).toMatchObject({ ok: true });
    expect(await premisesNow(room.id)).toMatchObject({ name: "Ana’s room", features: [] });
    expect(await db().openingHours.findMany()).toMatchObject([{ technicianId: ana.id, weekday: 7 }]);
  });

  it("two windows never overwrite each other silently", async () => {
    const seen = (await findOwnPlace(asOwner, room.id))?.seen ?? "";
    const save = (name: string) => savePlace(asOwner, { id: room.id, seen, input: input({ name }) }, NOW);
    expect(await save("From the phone")).toMatchObject({ ok: true });
    expect(await save("From the desk")).toMatchObject({ ok: false, reason: { kind: "conflict" } });
    expect(await premisesNow(room.id)).toMatchObject({ name: "From the phone" });
  });

  it("Z-02: somebody else’s is answered like one that isn’t there, whichever ids are sent", async () => {
    for (const [keeper, id] of [
      [asOwner, theirs.id],
      [asOwner, randomUUID()],
      [asStranger, room.id],
      [{ ...asStranger, technicianId: ana.id }, room.id],
    ] as const) {
      expect(await findOwnPlace(keeper, id)).toBeNull();
      const saved = await savePlace(keeper, { id, seen: "", input: input() }, NOW);
      expect(saved).toEqual({ ok: false, reason: { kind: "not_found" } });
      for (const act of ["up", "down", "remove"] as const) {
        expect(await arrangePlace(keeper, { id, act }, NOW)).toEqual({ ok: false, reason: "not_found" });
      }
    }
    expect(await premisesNow(theirs.id)).toMatchObject({ name: "Ben’s room" });
    expect(await names()).toHaveLength(2);
  });

  it("Z-07: ten of them at most, also when twenty are added at once", async () => {
    const added = await Promise.all(Array.from({ length: 20 }, (_, at) => add({ name: `Room ${at}` })));
    expect(added.filter(({ ok }) => ok)).toHaveLength(MOST_PLACES - 2);
    expect(await db().technicianPremises.count({ where: { technicianId: ana.id } })).toBe(MOST_PLACES);
    // Nothing is left over of the others.
    expect(await db().premises.count()).toBe(MOST_PLACES + 1);
  }, 30_000);

  it("of a claimed listing waits until the profile is published", async () => {
    await db().technician.update({ where: { id: ana.id }, data: { status: "unclaimed", publishedAt: null } });
    expect(await edit(room.id)).toEqual({ ok: false, reason: { kind: "listed" } });
    expect(await add()).toEqual({ ok: false, reason: { kind: "listed" } });
    expect(await arrangePlace(asOwner, { id: room.id, act: "remove" }, NOW)).toEqual({ ok: false, reason: "listed" });
  });
});

describe("the list of places", () => {
  it("is put in order: the first is the main place", async () => {
    await arrangePlace(asOwner, { id: listed.id, act: "up" }, NOW);
    expect(await names()).toEqual(["Registered Studio", "Ana’s room"]);
    await arrangePlace(asOwner, { id: listed.id, act: "up" }, NOW);
    expect(await names()).toEqual(["Registered Studio", "Ana’s room"]);
    await arrangePlace(asOwner, { id: listed.id, act: "down" }, NOW);
    expect(await names()).toEqual(["Ana’s room", "Registered Studio"]);
  });

  it("lets a place go: one’s own is deleted, a register’s and an inspected one only taken off", async () => {
    const inspected = premisesRow({ name: "Inspected" });
    await db().premises.createMany({ data: [inspected] });
    await db().technicianPremises.createMany({
      data: [{ technicianId: ana.id, premisesId: inspected.id, position: 2 }],
    });
    await db().inspection.create({
      data: {
        premisesId: inspected.id,
        inspectedOn: NOW,
        outcome: "pass",
        source: "toronto-bodysafe",
        sourceRecord: "2",
        snapshotOn: NOW,
      },
    });
    for (const id of [room.id, listed.id, inspected.id]) {
      expect(await arrangePlace(asOwner, { id, act: "remove" }, NOW)).toMatchObject({ ok: true });
    }
    expect(await names()).toEqual([]);
    expect(await premisesNow(room.id)).toBeNull();
    expect(await premisesNow(listed.id)).not.toBeNull();
    expect(await premisesNow(inspected.id)).not.toBeNull();
  });
});

describe("the form of a place", () => {
  const form = (more: Record<string, string>) =>
    new URLSearchParams({ name: "Room", address: "1 Street", town: LEEDS, ...more });

  it.each([
    ["to_1a", { from_1a: "09:00" }],
    ["to_1a", { from_1a: "09:00", to_1a: "08:00" }],
    ["from_1b", { from_1a: "09:00", to_1a: "12:00", from_1b: "11:00", to_1b: "14:00" }],
    ["from_2a", { from_2a: "9 o’clock", to_2a: "12:00" }],
    ["guestUntil", { guestFrom: "2026-07-05", guestUntil: "2026-07-01" }],
    ["lat", { lat: "91", lng: "0" }],
    ["lng", { lat: "53.8" }],
  ])("is refused beside %s: %j", (field, wrong) => {
    const read = readPlace(form(wrong));
    expect(read).toMatchObject({ ok: false, reason: { errors: { [field]: [expect.any(String)] } } });
  });

  it("who closes at midnight closes at the end of the day", () => {
    expect(readPlace(form({ from_5a: "18:00", to_5a: "00:00" }))).toMatchObject({
      value: { hours: [{ weekday: 5, opensAt: 1_080, closesAt: 1_440 }] },
    });
  });
});
