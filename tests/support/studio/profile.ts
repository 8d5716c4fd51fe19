import { db } from "#app/platform/db.server.ts";
import { premisesRow } from "../../../prisma/factories/technician-row.ts";
import type { SeedStudio } from "./seed-part.ts";

/** The editing of a profile: what the access table reads. */
export const seed: SeedStudio = async (people, technicianId) => {
  const place = premisesRow({ name: "Second room", address: "2 Fennel Street" });
  await db().premises.createMany({ data: [place] });
  await db().technicianPremises.createMany({ data: [{ technicianId, premisesId: place.id, position: 1 }] });
  await db().openingHours.createMany({
    data: [{ technicianId, premisesId: place.id, weekday: 1, opensAt: 540, closesAt: 1_020 }],
  });
  await db().treatmentDescription.createMany({
    data: [{ technicianId, treatment: "full_shaved_look", words: "Three sessions, small dots." }],
  });
  await db().technicianRevision.createMany({
    data: [
      {
        technicianId,
        section: "about",
        changedById: people.technician.id,
        before: { bio: "private-former-bio" },
        after: { bio: "" },
      },
    ],
  });
  return {
    ids: { place: place.id },
    secrets: ["private-former-bio"],
    knownTo: { "private-former-bio": ["technician", "moderator"], [place.id]: ["technician"] },
  };
};
