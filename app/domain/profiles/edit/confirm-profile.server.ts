import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * "Everything here is still right", said today of the whole profile, prices included. False for who keeps no such profile.
 * Saying it again on the same day changes nothing.
 */
export async function confirmProfile(keeper: Keeper, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if ((await lockOwnProfile(keeper, tx)) === null) return false;
    const { technicianId, userId } = keeper;
    const today = new Date(dayOf(now));
    const { count } = await tx.technician.updateMany({
      where: { id: technicianId, OR: [{ lastConfirmedOn: null }, { lastConfirmedOn: { lt: today } }] },
      data: { lastConfirmedOn: today },
    });
    await tx.priceBand.updateMany({ where: { technicianId }, data: { confirmedOn: today } });
    const entry = { actorId: userId, action: "profile_confirmed", subjectKind: "technician", subjectId: technicianId };
    if (count === 1) await recordAudit(entry, tx);
    return true;
  });
}
