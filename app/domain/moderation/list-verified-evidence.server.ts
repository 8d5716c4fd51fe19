import { z } from "zod";
import { evidenceHeadingWords } from "#app/domain/moderation/evidence-words.ts";
import { isOwnTechnicianSql } from "#app/domain/moderation/own-matter.server.ts";
import { plainNumber } from "#app/domain/moderation/evidence-warnings.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const day = z.iso.date().nullable();
const row = z.object({
  id: z.uuid(),
  heading: z.string(),
  about: z.string(),
  number: z.string().nullable(),
  checkedOn: day,
  expiresOn: day,
});
export type VerifiedRow = z.output<typeof row>;

const MOST = 25;
/** Shorter words would find nearly everything. */
const SHORTEST_SEARCH = 2;

/**
 * Verified evidence of technicians whose name has these words in it, or with this number, authorizations first: for what
 * turned out to be revoked. A moderator's own matters are not in it.
 */
export async function listVerifiedEvidence(
  viewer: Pick<Viewer, "userId">,
  words: string,
  tx: Db = db(),
): Promise<VerifiedRow[]> {
  const asked = words.trim().slice(0, 100);
  if (asked.length < SHORTEST_SEARCH) return [];
  const number = plainNumber(asked);
  const rows = await tx.$queryRaw`
    SELECT e.id, t.name AS about, coalesce(a.number, m."memberNumber") AS number,
      coalesce(a.authority, g."courseName", m.name, h."hygieneKind"::text, '') AS heading,
      e."checkedOn"::text AS "checkedOn", e."expiresOn"::text AS "expiresOn"
    FROM "Evidence" e JOIN "Technician" t ON t.id = e."technicianId"
      LEFT JOIN "Authorization" a ON a."evidenceId" = e.id LEFT JOIN "Training" g ON g."evidenceId" = e.id
      LEFT JOIN "Association" m ON m."evidenceId" = e.id LEFT JOIN "HygieneEvidence" h ON h."evidenceId" = e.id
    WHERE e.status = 'verified' AND NOT ${isOwnTechnicianSql(viewer.userId, Prisma.sql`e."technicianId"`)}
      AND (strpos(lower(t.name), lower(${asked})) > 0 OR (${number} <> '' AND
        regexp_replace(upper(coalesce(a.number, m."memberNumber")), '[^[:alnum:]]', '', 'g') = ${number}))
    ORDER BY (e.kind = 'authorization') DESC, t.name, e.id LIMIT ${MOST}::int`;
  return z
    .array(row)
    .parse(rows)
    .map((one) => ({ ...one, heading: evidenceHeadingWords(one.heading) }));
}
