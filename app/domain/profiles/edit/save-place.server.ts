import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { distanceKm } from "#app/domain/places/distance.ts";
import type { LatLng } from "#app/domain/places/distance.ts";
import { resolvePlace } from "#app/domain/places/find-places.server.ts";
import { differencesOf } from "#app/domain/profiles/edit/describe-content.ts";
import { contentOf, loadPlaces } from "#app/domain/profiles/edit/load-places.server.ts";
import type { OwnPlaceRow } from "#app/domain/profiles/edit/load-places.server.ts";
import { MOST_KM_FROM_TOWN } from "#app/domain/profiles/edit/pin.ts";
import type { PlaceContent } from "#app/domain/profiles/edit/place-content.ts";
import { townLabel } from "#app/domain/profiles/edit/place-fields.ts";
import type { PlaceInput } from "#app/domain/profiles/edit/place-fields.ts";
import { recordPlaces } from "#app/domain/profiles/edit/record-places.server.ts";
import { chooseTown } from "#app/domain/technicians/choose-town.server.ts";
import { hashContent } from "#app/domain/technicians/hash-content.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { LOWEST_ID } from "#app/domain/technicians/visible-technician.server.ts";
import type { Difference } from "#app/domain/technicians/revision.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export const MOST_PLACES = 10;

export type SavePlaceRefusal =
  | { kind: "not_found" | "listed" | "too_many" | "pin_too_far" }
  /** Nothing or several things are called so. */
  | { kind: "town"; suggestions: string[] }
  | { kind: "conflict"; seen: string; differences: Difference[] };

type Sent = { id: string | null; seen: string; input: PlaceInput };
type Town = Pick<PlaceContent, "city" | "region" | "countryCode"> & { centre: LatLng | null };

/**
 * Saves a place of work of the profile that somebody keeps, or adds one (`id` null). Name, address and pin of a place that
 * comes from a register, or where others work too, stay as they are whatever the form says; access features only where
 * others work too. The pin stands within 30 km of its town; without one it stands in the middle of it. Resolves to the id.
 */
export async function savePlace(
  keeper: Keeper,
  { id, seen, input }: Sent,
  now: Date,
): Promise<Result<string, SavePlaceRefusal>> {
  // The gazetteer answers outside the transaction: the first time it is read from disk.
  const own = await db().technicianPremises.findFirst({
    where: { premisesId: id ?? LOWEST_ID, technicianId: keeper.technicianId, technician: { ownerId: keeper.userId } },
    select: { premises: { select: { city: true, region: true, countryCode: true, lat: true, lng: true } } },
  });
  if (id !== null && own === null) return refuse({ kind: "not_found" });
  const found = await townOf(input.town, own?.premises ?? null);
  if (!found.ok) return found;
  return db().$transaction(async (tx) => {
    const profile = await lockOwnProfile(keeper, tx);
    if (profile === null) return refuse({ kind: "not_found" });
    if (profile.status === "unclaimed") return refuse({ kind: "listed" });
    const before = await loadPlaces(keeper.technicianId, tx);
    const old = before.find((row) => row.id === id);
    if (id !== null && !old) return refuse({ kind: "not_found" });
    if (!old && before.length >= MOST_PLACES) return refuse({ kind: "too_many" });
    const wanted = placeOf(input, found.value, old);
    if (wanted === null) return refuse({ kind: "pin_too_far" });
    if (old) {
      const stored = contentOf(old);
      if (isDeepStrictEqual(stored, wanted)) return ok(old.id);
      if (hashContent(stored) !== seen) {
        const differences = differencesOf({ places: [stored] }, { places: [wanted] });
        return refuse({ kind: "conflict", seen: hashContent(stored), differences });
      }
    }
    const place = await store(keeper.technicianId, { old, wanted, position: before.length }, tx);
    await recordPlaces(keeper, before, now, tx);
    return ok(place);
  });
}

type Stored = Pick<PlaceContent, "city" | "region" | "countryCode" | "lat" | "lng">;

/** The town as it was needs no gazetteer: registers name towns that it doesn't know. */
async function townOf(text: string, stored: Stored | null): Promise<Result<Town, SavePlaceRefusal>> {
  if (stored && townLabel(stored) === text) {
    const { city, region, countryCode } = stored;
    const place = await resolvePlace(text);
    // Of a namesake elsewhere the distance would say nothing.
    const isThere = place !== null && distanceKm(place, stored) <= MOST_KM_FROM_TOWN;
    return ok({ city, region, countryCode, centre: isThere ? place : { lat: stored.lat, lng: stored.lng } });
  }
  const found = await chooseTown(text);
  if (!found.ok) return refuse({ kind: "town", suggestions: found.reason });
  const { name, region, countryCode, lat, lng } = found.value;
  return ok({ city: name, region, countryCode, centre: { lat, lng } });
}

/** What is to be stored, or null where the pin is too far from its town. */
function placeOf(input: PlaceInput, town: Town, old: OwnPlaceRow | undefined): PlaceContent | null {
  const { guestFrom, guestUntil, hours } = input;
  const own = { guestFrom, guestUntil, hours };
  if (old?.isFixed) {
    const { features } = old.isShared ? old : input;
    return { ...contentOf(old), features, ...own };
  }
  const { name, address, postcode, features } = input;
  const { city, region, countryCode, centre } = town;
  const pin = pinOf(input, centre, old);
  if (pin === null) return null;
  return { name, address, city, region, countryCode, postcode, ...pin, features, ...own };
}

/** Digits of a form: a pin that was not moved is the stored one, to the last digit. */
const isSameDegree = (a: number, b: number) => Math.abs(a - b) < 1e-5;

function pinOf(input: PlaceInput, centre: LatLng | null, old: OwnPlaceRow | undefined): LatLng | null {
  const { lat, lng } = input;
  const typed = lat === null || lng === null ? null : { lat, lng };
  const isMoved = typed !== null && !(old && isSameDegree(typed.lat, old.lat) && isSameDegree(typed.lng, old.lng));
  const stays = old ? { lat: old.lat, lng: old.lng } : null;
  const pin = isMoved ? typed : stays;
  const isNear = pin !== null && (centre === null || distanceKm(pin, centre) <= MOST_KM_FROM_TOWN);
  if (isNear) return pin;
  // Somebody put it there: they are told. A pin left behind in the old town goes to the new one.
  return isMoved ? null : centre;
}

async function store(
  technicianId: string,
  { old, wanted, position }: { old: OwnPlaceRow | undefined; wanted: PlaceContent; position: number },
  tx: Db,
): Promise<string> {
  const { guestFrom, guestUntil, hours, ...place } = wanted;
  const guest = { guestFrom: toDate(guestFrom), guestUntil: toDate(guestUntil) };
  const premisesId = old?.id ?? randomUUID();
  if (!old) {
    await tx.premises.create({ data: { id: premisesId, ...place } });
    await tx.technicianPremises.create({ data: { technicianId, premisesId, position, ...guest } });
  } else {
    if (!old.isFixed) await tx.premises.update({ where: { id: premisesId }, data: place });
    else if (!old.isShared) await tx.premises.update({ where: { id: premisesId }, data: { features: place.features } });
    await tx.technicianPremises.updateMany({ where: { technicianId, premisesId }, data: guest });
  }
  await tx.openingHours.deleteMany({ where: { technicianId, premisesId } });
  await tx.openingHours.createMany({ data: hours.map((stretch) => ({ technicianId, premisesId, ...stretch })) });
  return premisesId;
}

function toDate(day: string | null): Date | null {
  return day === null ? null : new Date(day);
}
