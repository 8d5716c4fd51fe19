import { isDeepStrictEqual } from "node:util";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import type { Json } from "#app/domain/technicians/revision.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Saves of one section by one person that follow each other within this time are one change. */
const ONE_CHANGE_MS = 10 * 60_000;

export type Revision = { section: string; before: Json; after: Json };

/**
 * Keeps what a section was and what it became. Call it in the transaction of the change, with the profile's row locked.
 * True when this began a change, false when it went on with one: the audit record needs each change once.
 */
export async function recordRevision(
  { userId, technicianId }: Keeper,
  { section, before, after }: Revision,
  now: Date,
  tx: Db,
): Promise<boolean> {
  const latest = await tx.technicianRevision.findFirst({
    where: { technicianId, section },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, before: true, changedById: true, createdAt: true },
  });
  const isSameChange =
    latest !== null && latest.changedById === userId && now.getTime() - latest.createdAt.getTime() < ONE_CHANGE_MS;
  if (!isSameChange) {
    const data = {
      technicianId,
      section,
      changedById: userId,
      before: before ?? {},
      after: after ?? {},
      createdAt: now,
    };
    await tx.technicianRevision.create({ data });
    return true;
  }
  // Changed back within the same minutes: nothing changed.
  if (isDeepStrictEqual(latest.before, after)) await tx.technicianRevision.delete({ where: { id: latest.id } });
  else await tx.technicianRevision.update({ where: { id: latest.id }, data: { after: after ?? {} } });
  return false;
}
