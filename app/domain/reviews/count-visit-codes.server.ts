import { z } from "zod";
import type { VisitCodeCounts } from "#app/domain/reviews/visit-code.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const row = z.object({ unused: z.number(), used: z.number(), expired: z.number() });

/** What became of a technician's codes. Which client used which is nobody's to see. */
export async function countVisitCodes(technicianId: string, now: Date, tx: Db = db()): Promise<VisitCodeCounts> {
  const [counted] = await tx.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE "usedAt" IS NULL AND "expiresAt" > ${now})::int AS unused,
      count("usedAt")::int AS used, count(*) FILTER (WHERE "usedAt" IS NULL AND "expiresAt" <= ${now})::int AS expired
    FROM "VisitCode" WHERE "technicianId" = ${technicianId}::uuid`;
  return row.parse(counted);
}
