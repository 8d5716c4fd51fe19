import type { DoneDecision } from "#app/domain/moderation/item.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** One of the viewer's own decisions; null for anybody else's and for an id that is none. */
export async function findOwnDecision(
  viewer: Pick<Viewer, "userId">,
  id: string | null,
  tx: Db = db(),
): Promise<DoneDecision | null> {
  if (id === null || !isRowId(id)) return null;
  const found = await tx.moderationDecision.findFirst({
    where: { id, moderatorId: viewer.userId },
    select: { subjectKind: true, toState: true, reason: true, checkReason: true },
  });
  return found && { kind: found.subjectKind, toState: found.toState, reason: found.reason ?? found.checkReason };
}
