import { loadPlaces } from "#app/domain/profiles/edit/load-places.server.ts";
import type { OwnPlaceRow } from "#app/domain/profiles/edit/load-places.server.ts";
import { recordPlaces } from "#app/domain/profiles/edit/record-places.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type ArrangeRefusal = "not_found" | "listed";

/**
 * Moves a place one up or down in the list, or takes it off the profile. The first is the main place. A place that nobody
 * else works at goes with it; one that a register knows, that was inspected, or that papers speak of stays.
 */
export async function arrangePlace(
  keeper: Keeper,
  { id, act }: { id: string; act: "up" | "down" | "remove" },
  now: Date,
): Promise<Result<null, ArrangeRefusal>> {
  return db().$transaction(async (tx) => {
    const profile = await lockOwnProfile(keeper, tx);
    if (profile === null) return refuse("not_found");
    const { technicianId } = keeper;
    const before = await loadPlaces(technicianId, tx);
    const at = before.findIndex((row) => row.id === id);
    const row = before[at];
    if (!row) return refuse("not_found");
    if (profile.status === "unclaimed") return refuse("listed");
    const after = act === "remove" ? before.filter((place) => place.id !== id) : moved(before, at, act);
    if (act === "remove") await takeOff(technicianId, row, tx);
    for (const [position, place] of after.entries()) {
      await tx.technicianPremises.updateMany({ where: { technicianId, premisesId: place.id }, data: { position } });
    }
    await recordPlaces(keeper, before, now, tx);
    return ok(null);
  });
}

function moved(rows: readonly OwnPlaceRow[], at: number, act: "up" | "down"): OwnPlaceRow[] {
  const other = at + (act === "up" ? -1 : 1);
  const [row, neighbour] = [rows[at], rows[other]];
  return row && neighbour ? rows.with(at, neighbour).with(other, row) : [...rows];
}

async function takeOff(technicianId: string, { id }: OwnPlaceRow, tx: Db): Promise<void> {
  await tx.technicianPremises.deleteMany({ where: { technicianId, premisesId: id } });
  // The condition stands in the statement: whoever begins to work there meanwhile keeps it.
  await tx.premises.deleteMany({
    where: {
      id,
      registerSource: null,
      technicians: { none: {} },
      inspections: { none: {} },
      authorizations: { none: {} },
    },
  });
}
