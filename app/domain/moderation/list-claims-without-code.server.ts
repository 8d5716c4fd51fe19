import { z } from "zod";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { isOwnTechnicianSql } from "#app/domain/moderation/own-matter.server.ts";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import type { Waiting } from "#app/domain/moderation/queue.ts";
import { PASSED_ON_METHODS } from "#app/domain/technicians/listing-claim.ts";
import type { PassedOnMethod } from "#app/domain/technicians/listing-claim.ts";
import { db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const row = z.object({
  id: z.uuid(),
  name: z.string(),
  method: z.enum(PASSED_ON_METHODS),
  since: z.date(),
  address: z.string().nullable(),
});

/** A claim whose code nobody has made yet. `address` is where the letter goes, as the listing has it. */
export type ClaimWithoutCode = {
  id: string;
  path: string;
  name: string;
  method: PassedOnMethod;
  waiting: Waiting;
  address: string | null;
};

const MOST_LISTED = 50;

/** Claims that ask for a code by post or telephone and have none, longest wait first; none of the viewer's own matters. */
export async function listClaimsWithoutCode(viewer: Pick<Viewer, "userId">, now: Date): Promise<ClaimWithoutCode[]> {
  const rows = await db().$queryRaw`
    SELECT l.id::text, t.name, l.method::text, l."createdAt" AS since, concat_ws(', ', nullif(p.name, t.name),
      nullif(p.address, ''), p.city, p.postcode) AS address
    FROM "ListingClaim" l JOIN "Technician" t ON t.id = l."technicianId"
      LEFT JOIN LATERAL (SELECT q.* FROM "TechnicianPremises" tp JOIN "Premises" q ON q.id = tp."premisesId"
        WHERE tp."technicianId" = t.id ORDER BY tp.position LIMIT 1) p ON true
    WHERE l.status = 'awaiting_code' AND l."codeHash" IS NULL AND l.method::text = ANY (${PASSED_ON_METHODS}::text[])
      AND l."claimantId" <> ${viewer.userId}::uuid AND NOT ${isOwnTechnicianSql(viewer.userId, Prisma.sql`t.id`)}
    ORDER BY l."createdAt", l.id LIMIT ${MOST_LISTED}::int`;
  return z
    .array(row)
    .parse(rows)
    .map(({ since, ...claim }) => ({
      ...claim,
      path: handedInPath("listing_claim", claim.id),
      waiting: describeWaiting(since, now),
    }));
}
