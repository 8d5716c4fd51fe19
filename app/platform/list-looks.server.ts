import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** One look at something private, as the audit record has it. `by` is a name, null once the account is gone. */
export type Look = { at: string; by: string | null; action: string };

/** How many looks at one thing are listed, the newest first. */
const MOST_LOOKS = 100;

/**
 * Who looked at private things and when, by the id of each, newest first (P-08): what has these actions in the audit
 * record. `subjects` is SQL for their ids in a column `id`, and is where the caller says whose they must be.
 */
export async function listLooks(
  { kind, actions, subjects }: { kind: string; actions: readonly string[]; subjects: Prisma.Sql },
  tx: Db,
): Promise<Map<string, Look[]>> {
  const rows = await tx.$queryRaw<{ id: string; at: Date; by: string | null; action: string }[]>`
    SELECT s.id, e.at, u."displayName" AS "by", e.action
    FROM (${subjects}) s
    CROSS JOIN LATERAL (
      SELECT sequence, at, action, "actorId" FROM "AuditEvent"
      WHERE "subjectKind" = ${kind} AND "subjectId" = s.id::text AND action = ANY(${[...actions]}::text[])
      ORDER BY at DESC, sequence DESC LIMIT ${MOST_LOOKS}
    ) e
    LEFT JOIN "User" u ON u.id = e."actorId"
    ORDER BY s.id, e.at DESC, e.sequence DESC`;
  const looks = new Map<string, Look[]>();
  for (const { id, at, ...look } of rows) {
    const known = looks.get(id) ?? [];
    known.push({ ...look, at: at.toISOString() });
    looks.set(id, known);
  }
  return looks;
}
