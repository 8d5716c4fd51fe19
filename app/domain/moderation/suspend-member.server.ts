import { actOnMember, nextDecisionNumber } from "#app/domain/moderation/act-on-member.server.ts";
import type { ActRefusal } from "#app/domain/moderation/act-on-member.server.ts";
import { suspendedMail, suspensionLiftedMail } from "#app/domain/moderation/member-mails.ts";
import type { SuspensionGround } from "#app/domain/moderation/member.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

const decided = {
  subjectKind: "user",
  reason: null,
  waitingSince: null,
  stars: null,
} as const;

/**
 * Suspends an account: its sessions end in the same transaction (Z-05), and its owner is told why by mail. A technician's
 * profile of the account stays as it is: readers come to see facts there that were checked, so hiding it is another
 * decision. "unchanged" when it is suspended already.
 */
export async function suspendMember(
  { userId: moderatorId }: { userId: string },
  memberId: string,
  { ground, facts }: { ground: SuspensionGround; facts: string },
  now: Date,
): Promise<Result<null, ActRefusal | "unchanged">> {
  return actOnMember(moderatorId, memberId, async (member, tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: member.id, suspendedAt: null },
      data: { suspendedAt: now },
    });
    if (count !== 1) return refuse("unchanged");
    await endSessionsOf(member.id, tx);
    // Links that were mailed before would open the account again.
    await tx.verificationToken.deleteMany({ where: { userId: member.id } });
    const subjectVersion = await nextDecisionNumber(member.id, tx);
    await queueMail(
      suspendedMail(member.email, { userId: member.id, occasion: String(subjectVersion), ground, facts }),
      tx,
    );
    await recordDecision(
      {
        ...decided,
        moderatorId,
        subjectId: member.id,
        fromState: "active",
        toState: "suspended",
        note: `${ground}: ${facts}`,
        subjectVersion,
      },
      tx,
    );
    return ok(null);
  });
}

/** Opens a suspended account again and tells its owner. "unchanged" when it isn't suspended. */
export async function liftSuspension(
  { userId: moderatorId }: { userId: string },
  memberId: string,
): Promise<Result<null, ActRefusal | "unchanged">> {
  return actOnMember(moderatorId, memberId, async (member, tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: member.id, NOT: { suspendedAt: null } },
      data: { suspendedAt: null },
    });
    if (count !== 1) return refuse("unchanged");
    const subjectVersion = await nextDecisionNumber(member.id, tx);
    await queueMail(suspensionLiftedMail(member.email, { userId: member.id, occasion: String(subjectVersion) }), tx);
    await recordDecision(
      {
        ...decided,
        moderatorId,
        subjectId: member.id,
        fromState: "suspended",
        toState: "active",
        note: null,
        subjectVersion,
      },
      tx,
    );
    return ok(null);
  });
}
