import type { PastDecision } from "#app/domain/moderation/item.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { SubjectKind } from "#app/platform/generated/prisma/enums.ts";

/** What was decided about something, the latest first. */
export async function findPastDecisions(subjectKind: SubjectKind, subjectId: string, tx: Db): Promise<PastDecision[]> {
  const decisions = await tx.moderationDecision.findMany({
    where: { subjectKind, subjectId },
    orderBy: [{ decidedAt: "desc" }, { subjectVersion: "desc" }],
    select: {
      id: true,
      moderator: { select: { displayName: true } },
      decidedAt: true,
      fromState: true,
      toState: true,
      reason: true,
      checkReason: true,
      note: true,
      subjectVersion: true,
    },
  });
  return decisions.map(({ moderator, decidedAt, subjectVersion, ...decision }) => ({
    ...decision,
    by: moderator?.displayName ?? "Hairline’s clock",
    at: decidedAt.toISOString(),
    version: subjectVersion,
  }));
}
