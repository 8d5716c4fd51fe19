import { addBusinessHours } from "#app/domain/moderation/business-hours.server.ts";
import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { NOTICE_HOURS } from "#app/domain/moderation/notice-stage.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * The name or address that an author gave with "it stays" is obviously false: the answer counts as none, and within 48
 * hours of it something has to be done. What they gave is forgotten.
 */
export async function markAnswerDefective(
  viewer: Pick<Viewer, "userId">,
  reportId: string,
  now: Date,
): Promise<Result<null, "own_matter" | "claimed" | "changed">> {
  return db().$transaction(async (tx) => {
    if (await isOwnMatter(viewer, "report", reportId, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "report", reportId, now, tx)) return refuse("claimed");
    const { count } = await tx.defamationNotice.updateMany({
      where: { reportId, answer: "keep", report: { status: "claimed" } },
      data: {
        answer: "defective",
        authorContact: null,
        isContactShared: false,
        actedAt: null,
        actBy: addBusinessHours(now, NOTICE_HOURS),
      },
    });
    if (count !== 1) return refuse("changed");
    const entry = { actorId: viewer.userId, action: "notice_answer_defective", subjectKind: "report" };
    await recordAudit({ ...entry, subjectId: reportId, fromState: "keep", toState: "defective" }, tx);
    return ok(null);
  });
}
