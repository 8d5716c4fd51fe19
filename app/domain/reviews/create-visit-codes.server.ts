import { lockVisitCodes, makeVisitCodes } from "#app/domain/reviews/make-visit-code.server.ts";
import type { ShownVisitCode } from "#app/domain/reviews/make-visit-code.server.ts";
import { VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Codes to hand over that a technician may have unused at a time; those we mailed are not among them. */
const MOST_UNUSED = 200;
const BY_HAND = ["code", "card"] as const;

/** Makes codes for a technician to hand to clients. They can be read this once only. */
export async function createVisitCodes(
  viewer: Pick<Viewer, "technicianId">,
  count: number,
  now: Date,
  channel: (typeof BY_HAND)[number] = "code",
): Promise<Result<ShownVisitCode[], "not_found" | "too_many">> {
  const { technicianId } = viewer;
  if (technicianId === null) return refuse("not_found");
  if (!Number.isInteger(count) || count < 1 || count > VISIT_CODES_AT_ONCE) return refuse("too_many");
  return db().$transaction(async (tx) => {
    // Two windows making codes at once wait for each other, so that the limit holds.
    await lockVisitCodes(technicianId, tx);
    const unused = await tx.visitCode.count({
      where: { technicianId, channel: { in: [...BY_HAND] }, usedAt: null, expiresAt: { gt: now } },
    });
    if (unused + count > MOST_UNUSED) return refuse("too_many" as const);
    return ok(await makeVisitCodes(technicianId, count, { channel }, now, tx));
  });
}
