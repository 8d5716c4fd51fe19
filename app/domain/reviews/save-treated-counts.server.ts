import type { ThreadKeeper } from "#app/domain/enquiries/enquiry.ts";
import { shareMonths } from "#app/domain/reviews/invitation-share.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Keeps how many clients the viewer says they treated, by first day of the month; null: they don't say. Only this month
 * and the eleven before it, whatever was sent.
 */
export async function saveTreatedCounts(
  { userId, technicianId }: ThreadKeeper,
  counts: ReadonlyMap<string, number | null>,
  now: Date,
): Promise<Result<null, "not_found">> {
  return db().$transaction(async (tx) => {
    const own = { id: technicianId, ownerId: userId };
    if ((await tx.technician.count({ where: own })) === 0) return refuse("not_found" as const);
    for (const day of shareMonths(now)) {
      const clients = counts.get(day);
      const month = new Date(day);
      if (clients === undefined) continue;
      if (clients === null) {
        await tx.treatedCount.deleteMany({ where: { technicianId, month } });
        continue;
      }
      await tx.treatedCount.upsert({
        where: { technicianId_month: { technicianId, month } },
        create: { technicianId, month, clients },
        update: { clients },
        select: { clients: true },
      });
    }
    const entry = { actorId: userId, action: "treated_counts_saved", subjectKind: "technician" };
    await recordAudit({ ...entry, subjectId: technicianId }, tx);
    return ok(null);
  });
}
