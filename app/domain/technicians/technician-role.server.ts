import type { AuditEntry } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

/**
 * Gives an account the technician's role and ends its sessions (Z-05, S-03), but for one that the caller renews in the
 * same transaction. Whoever calls this holds the lock of the account's row and records the entries at the end.
 */
export async function giveTechnicianRole(
  userId: string,
  by: { userId: string; keptSessionId: string | null },
  tx: Db,
): Promise<AuditEntry[]> {
  const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { roles: true } });
  if (roles.includes("technician")) return [];
  await endSessionsOf(userId, tx, by.keptSessionId ?? undefined);
  return setRoles(userId, roles, [...roles, "technician"], by.userId, tx);
}

/** Takes it from whoever no longer keeps a profile; all their sessions end (Z-05). */
export async function takeTechnicianRole(userId: string, actorId: string, tx: Db): Promise<AuditEntry[]> {
  const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { roles: true } });
  await endSessionsOf(userId, tx);
  if (!roles.includes("technician")) return [];
  const left = roles.filter((role) => role !== "technician");
  return setRoles(userId, roles, left.length > 0 ? left : ["client"], actorId, tx);
}

async function setRoles(id: string, before: Role[], after: Role[], actorId: string, tx: Db): Promise<AuditEntry[]> {
  await tx.user.update({ where: { id }, data: { roles: after }, select: { id: true } });
  const action = after.length > before.length ? "role_given" : "role_taken";
  const subject = { subjectKind: "user", subjectId: id };
  return [{ actorId, action, ...subject, fromState: before.join(" "), toState: after.join(" ") }];
}
