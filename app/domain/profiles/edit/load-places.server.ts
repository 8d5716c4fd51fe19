import { dayOf } from "#app/domain/criteria/evidence.ts";
import { inOrder } from "#app/domain/profiles/edit/about-fields.ts";
import type { PlaceContent } from "#app/domain/profiles/edit/place-content.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import type { Db } from "#app/platform/db.server.ts";

export type OwnPlaceRow = PlaceContent & {
  id: string;
  /** From a register, or others work here too: what it is called and where it is are not one technician's to change. */
  isFixed: boolean;
  isFromRegister: boolean;
  isShared: boolean;
};

/** The places of a profile, the main one first. */
export async function loadPlaces(technicianId: string, tx: Db): Promise<OwnPlaceRow[]> {
  const rows = await tx.technicianPremises.findMany({
    where: { technicianId },
    orderBy: [{ position: "asc" }, { premises: { name: "asc" } }, { premisesId: "asc" }],
    select: {
      guestFrom: true,
      guestUntil: true,
      openingHours: {
        select: { weekday: true, opensAt: true, closesAt: true },
        orderBy: [{ weekday: "asc" }, { opensAt: "asc" }],
      },
      premises: {
        select: {
          id: true,
          name: true,
          address: true,
          city: true,
          region: true,
          countryCode: true,
          postcode: true,
          lat: true,
          lng: true,
          features: true,
          registerSource: true,
          _count: { select: { technicians: true } },
        },
      },
    },
  });
  return rows.map(({ guestFrom, guestUntil, openingHours, premises: { registerSource, _count, ...premises } }) => {
    const isFromRegister = registerSource !== null;
    const isShared = _count.technicians > 1;
    return {
      ...premises,
      features: inOrder(Object.keys(FEATURES), premises.features),
      guestFrom: guestFrom === null ? null : dayOf(guestFrom),
      guestUntil: guestUntil === null ? null : dayOf(guestUntil),
      hours: openingHours,
      isFixed: isFromRegister || isShared,
      isFromRegister,
      isShared,
    };
  });
}

/** A place without what only code needs to know of it. Its keys come in one order: it is hashed. */
export function contentOf(row: OwnPlaceRow): PlaceContent {
  const { name, address, city, region, countryCode, postcode, lat, lng } = row;
  const { features, guestFrom, guestUntil, hours } = row;
  const where = { name, address, city, region, countryCode, postcode, lat, lng };
  return { ...where, features, guestFrom, guestUntil, hours };
}
