import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** The account that a moderator acts on, as it is while its row is locked. */
export type LockedMember = {
  id: string;
  email: string;
  roles: Role[];
  isSuspended: boolean;
  isAddressConfirmed: boolean;
};

/** "self": nobody decides about their own account (Z-07). "not_allowed": the actor has ceased to be a moderator. */
export type ActRefusal = "self" | "not_found" | "not_allowed";

/**
 * A transaction in which a moderator changes another account. Both rows are locked in one order, so that of two
 * moderators who dismiss each other at the same moment one stays.
 */
export async function actOnMember<R>(
  actorId: string,
  memberId: string,
  work: (member: LockedMember, tx: Db) => Promise<Result<null, R>>,
): Promise<Result<null, R | ActRefusal>> {
  if (actorId === memberId) return refuse("self");
  return db().$transaction(async (tx): Promise<Result<null, R | ActRefusal>> => {
    await tx.$queryRaw`
      SELECT id FROM "User" WHERE id IN (${actorId}::uuid, ${memberId}::uuid) ORDER BY id FOR NO KEY UPDATE`;
    const actor = await tx.user.findFirst({
      where: { id: actorId, suspendedAt: null, roles: { has: "moderator" } },
      select: { id: true },
    });
    if (actor === null) return refuse("not_allowed");
    const member = await tx.user.findUnique({
      where: { id: memberId },
      select: { id: true, email: true, roles: true, suspendedAt: true, emailVerifiedAt: true },
    });
    if (member === null) return refuse("not_found");
    const { suspendedAt, emailVerifiedAt, ...rest } = member;
    return work({ ...rest, isSuspended: suspendedAt !== null, isAddressConfirmed: emailVerifiedAt !== null }, tx);
  });
}

/** Decisions about accounts are numbered one by one; the row's lock keeps two from getting the same number. */
export async function nextDecisionNumber(memberId: string, tx: Db): Promise<number> {
  const { _max } = await tx.moderationDecision.aggregate({
    where: { subjectKind: "user", subjectId: memberId },
    _max: { subjectVersion: true },
  });
  return (_max.subjectVersion ?? 0) + 1;
}
