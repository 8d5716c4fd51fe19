import { z } from "zod";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { SubjectKind } from "#app/platform/generated/prisma/enums.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** How long an opened item is kept for its moderator; opening it again begins anew (F-14: it lapses by itself). */
const CLAIM_MINUTES = 15;

/**
 * Takes an item, or keeps it for another 15 minutes. Refused for a moderator's own matter, and while somebody else has
 * it. One statement: of two moderators who come at once one gets it. It is a comfort only, that nobody reads what
 * another reads; what makes decisions safe is the version. Whether the item exists and waits is the caller's to know.
 */
export async function claimItem(
  viewer: Pick<Viewer, "userId">,
  kind: SubjectKind,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<Result<{ expiresAt: Date }, "own_matter" | "claimed">> {
  if (await isOwnMatter(viewer, kind, id, tx)) return refuse("own_matter");
  const expiresAt = new Date(now.getTime() + CLAIM_MINUTES * 60_000);
  const rows = await tx.$queryRaw`
    INSERT INTO "ModerationClaim" AS c ("subjectKind", "subjectId", "moderatorId", "expiresAt")
    VALUES (${kind}::"SubjectKind", ${id}::uuid, ${viewer.userId}::uuid, ${expiresAt})
    ON CONFLICT ("subjectKind", "subjectId") DO UPDATE
      SET "moderatorId" = excluded."moderatorId", "expiresAt" = excluded."expiresAt"
      WHERE c."moderatorId" = excluded."moderatorId" OR c."expiresAt" <= ${now}
    RETURNING 1 AS taken`;
  return z.array(z.unknown()).parse(rows).length === 1 ? ok({ expiresAt }) : refuse("claimed");
}

/** Gives an item back; nothing happens to somebody else's. */
export async function releaseItem(
  viewer: Pick<Viewer, "userId">,
  kind: SubjectKind,
  id: string,
  tx: Db = db(),
): Promise<void> {
  await tx.moderationClaim.deleteMany({ where: { subjectKind: kind, subjectId: id, moderatorId: viewer.userId } });
}

/** Whether somebody else has the item right now: then it is theirs to decide. */
export async function isClaimedByAnother(
  viewer: Pick<Viewer, "userId">,
  kind: SubjectKind,
  id: string,
  now: Date,
  tx: Db,
): Promise<boolean> {
  const where = { subjectKind: kind, subjectId: id, moderatorId: { not: viewer.userId }, expiresAt: { gt: now } };
  return (await tx.moderationClaim.count({ where })) > 0;
}
