import type { GatherLimits } from "#app/domain/registers/gather-establishments.ts";
import type { ImportOptions, ImportReport } from "#app/domain/registers/import-report.ts";
import { importRegister } from "#app/domain/registers/import-register.server.ts";
import { openSourceFile } from "#app/domain/registers/read-lines.server.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.ts";
import { db } from "#app/platform/db.server.ts";

/** Two snapshots of a small register of our own, and what tests of importing them share. */
export const EARLIER = { path: "tests/fixtures/registers/toronto-bodysafe-2025-01-15.csv", snapshotOn: "2025-01-15" };
export const LATER = { path: "tests/fixtures/registers/toronto-bodysafe-2025-03-01.csv", snapshotOn: "2025-03-01" };
export type Snapshot = typeof EARLIER;

export async function run(
  snapshot: Snapshot,
  options: Partial<ImportOptions> & { limits?: GatherLimits } = {},
): Promise<ImportReport> {
  return importRegister(torontoBodysafe, await openSourceFile(snapshot.path), {
    snapshotOn: snapshot.snapshotOn,
    ...options,
  });
}

/** Everything that the importer writes, without what differs from run to run: ids and times. */
export async function contents() {
  const technicians = await db().technician.findMany({
    orderBy: { listingRecord: "asc" },
    select: {
      listingSource: true,
      listingRecord: true,
      listingSnapshotOn: true,
      status: true,
      name: true,
      premises: { select: { premises: { select: { registerRecord: true } } } },
    },
  });
  const premises = await db().premises.findMany({
    orderBy: { registerRecord: "asc" },
    omit: { id: true, createdAt: true, updatedAt: true },
    include: {
      inspections: {
        orderBy: [{ inspectedOn: "asc" }, { outcome: "asc" }],
        omit: { id: true, premisesId: true, createdAt: true },
        include: { infractions: { orderBy: { fingerprint: "asc" }, omit: { id: true, inspectionId: true } } },
      },
    },
  });
  return { technicians, premises };
}
