import { actOnMember } from "#app/domain/moderation/act-on-member.server.ts";
import type { ActRefusal } from "#app/domain/moderation/act-on-member.server.ts";
import { sessionsEndedMail } from "#app/domain/moderation/member-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

/** Signs another account out everywhere, for when somebody else may be using it, and tells its owner (S-06). */
export async function endMemberSessions(
  { userId: actorId }: { userId: string },
  memberId: string,
  now: Date,
): Promise<Result<null, ActRefusal>> {
  return actOnMember<never>(actorId, memberId, async (member, tx) => {
    await endSessionsOf(member.id, tx);
    await queueMail(sessionsEndedMail(member.email, { userId: member.id, occasion: String(now.getTime()) }), tx);
    await recordAudit({ actorId, action: "sessions_ended", subjectKind: "user", subjectId: member.id }, tx);
    return ok(null);
  });
}
