import { moderatorAppointedMail } from "#app/domain/accounts/account-mails.ts";
import { actOnMember } from "#app/domain/moderation/act-on-member.server.ts";
import type { ActRefusal, LockedMember } from "#app/domain/moderation/act-on-member.server.ts";
import { moderatorDismissedMail } from "#app/domain/moderation/member-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

type Actor = { userId: string };

/**
 * Makes another account a moderator's. Its sessions end in the same transaction: a role counts from the next sign-in
 * (Z-05). "unchanged" when it is one already; a suspended account or one without a confirmed address can't be.
 */
export async function appointMember(
  { userId: actorId }: Actor,
  memberId: string,
  now: Date,
): Promise<Result<null, ActRefusal | "unchanged" | "suspended" | "not_verified">> {
  return actOnMember(actorId, memberId, async (member, tx) => {
    if (member.isSuspended) return refuse("suspended");
    if (!member.isAddressConfirmed) return refuse("not_verified");
    if (member.roles.includes("moderator")) return refuse("unchanged");
    await queueMail(moderatorAppointedMail(member.email, { userId: member.id, at: now }), tx);
    await setRoles(actorId, member, [...member.roles, "moderator"], "role_given", tx);
    return ok(null);
  });
}

/**
 * Takes a moderator off the list; what they decided stays, what they had claimed is free. The account keeps everything
 * else, its authenticator included. "unchanged" when it isn't a moderator's.
 */
export async function dismissModerator(
  { userId: actorId }: Actor,
  memberId: string,
  now: Date,
): Promise<Result<null, ActRefusal | "unchanged">> {
  return actOnMember(actorId, memberId, async (member, tx) => {
    if (!member.roles.includes("moderator")) return refuse("unchanged");
    await tx.moderationClaim.deleteMany({ where: { moderatorId: member.id } });
    await queueMail(moderatorDismissedMail(member.email, { userId: member.id, occasion: String(now.getTime()) }), tx);
    const left = member.roles.filter((role) => role !== "moderator");
    await setRoles(actorId, member, left.length > 0 ? left : ["client"], "role_taken", tx);
    return ok(null);
  });
}

async function setRoles(
  actorId: string,
  { id, roles: before }: LockedMember,
  after: Role[],
  action: "role_given" | "role_taken",
  tx: Db,
): Promise<void> {
  await tx.user.update({ where: { id }, data: { roles: after }, select: { id: true } });
  await endSessionsOf(id, tx);
  const entry = { actorId, action, subjectKind: "user", subjectId: id };
  await recordAudit({ ...entry, fromState: before.join(" "), toState: after.join(" ") }, tx);
}
