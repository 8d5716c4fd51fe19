import { recheckAfterPremisesChange } from "#app/domain/criteria/recheck-evidence.server.ts";
import { contentOf, loadPlaces } from "#app/domain/profiles/edit/load-places.server.ts";
import type { OwnPlaceRow } from "#app/domain/profiles/edit/load-places.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { recordRevision } from "#app/domain/technicians/record-revision.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Keeps what the places were and what they became, and has authorizations of places that are left looked at again. The
 * last step of a change of them.
 */
export async function recordPlaces(keeper: Keeper, before: readonly OwnPlaceRow[], now: Date, tx: Db): Promise<void> {
  const after = await loadPlaces(keeper.technicianId, tx);
  const revision = {
    section: "places",
    before: { places: before.map(contentOf) },
    after: { places: after.map(contentOf) },
  };
  const isNew = await recordRevision(keeper, revision, now, tx);
  await recheckAfterPremisesChange(keeper.technicianId, now, tx);
  const entry = { actorId: keeper.userId, action: "profile_changed", subjectKind: "technician" };
  if (isNew) await recordAudit({ ...entry, subjectId: keeper.technicianId, reason: "places" }, tx);
}
