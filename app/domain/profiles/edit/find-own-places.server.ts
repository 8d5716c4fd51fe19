import { resolvePlace } from "#app/domain/places/find-places.server.ts";
import { distanceKm } from "#app/domain/places/distance.ts";
import { contentOf, loadPlaces } from "#app/domain/profiles/edit/load-places.server.ts";
import type { OwnPlaceRow } from "#app/domain/profiles/edit/load-places.server.ts";
import { MOST_KM_FROM_TOWN } from "#app/domain/profiles/edit/pin.ts";
import { showPlace, townLabel } from "#app/domain/profiles/edit/place-fields.ts";
import type { OwnPlace } from "#app/domain/profiles/edit/own-place.ts";
import { hashContent } from "#app/domain/technicians/hash-content.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { toStretch } from "#app/domain/technicians/opening-hours.ts";
import type { OpenStretch } from "#app/domain/technicians/opening-hours.ts";
import { db } from "#app/platform/db.server.ts";

export type OwnPlaceItem = {
  id: string;
  name: string;
  address: string;
  town: string;
  guest: { from: string | null; until: string | null } | null;
  hours: OpenStretch[];
};

type OwnPlaces = { isListed: boolean; places: OwnPlaceRow[] };

/** The places of the profile that somebody keeps. Null for who keeps none. */
async function findPlacesOf({ userId, technicianId }: Keeper): Promise<OwnPlaces | null> {
  const profile = await db().technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: { status: true },
  });
  if (profile === null) return null;
  return { isListed: profile.status === "unclaimed", places: await loadPlaces(technicianId, db()) };
}

export async function listOwnPlaces(keeper: Keeper): Promise<{ isListed: boolean; places: OwnPlaceItem[] } | null> {
  const found = await findPlacesOf(keeper);
  if (found === null) return null;
  const places = found.places.map(({ id, name, address, guestFrom, guestUntil, hours, ...where }) => ({
    id,
    name,
    address,
    town: townLabel(where),
    guest: guestFrom === null && guestUntil === null ? null : { from: guestFrom, until: guestUntil },
    hours: hours.map(toStretch),
  }));
  return { isListed: found.isListed, places };
}

/** One of them; null for what is not theirs, and for what is not there. */
export async function findOwnPlace(keeper: Keeper, id: string): Promise<(OwnPlace & { isListed: boolean }) | null> {
  const found = await findPlacesOf(keeper);
  const row = found?.places.find((place) => place.id === id);
  if (!found || !row) return null;
  const content = contentOf(row);
  const town = await resolvePlace(townLabel(row));
  const isThere = town !== null && distanceKm(town, row) <= MOST_KM_FROM_TOWN;
  const { isFixed, isFromRegister, isShared } = row;
  return {
    ...showPlace(content),
    id,
    seen: hashContent(content),
    isFixed,
    isFromRegister,
    isShared,
    isListed: found.isListed,
    centre: isThere ? { lat: town.lat, lng: town.lng } : { lat: row.lat, lng: row.lng },
  };
}
